import type { PropsWithChildren, ReactNode } from 'react';
import './styles/tokens.css';

/** The mini-program's root: it only passes the current page through. */
function App({ children }: PropsWithChildren): ReactNode {
  return children;
}

export default App;
