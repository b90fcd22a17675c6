import type { PropsWithChildren, ReactNode } from 'react';
import { useLaunch, usePageNotFound } from '@tarojs/taro';
import { host } from './platform/host';
import { replaceWith } from './platform/navigate';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/parts.css';
import './styles/pages.css';
import './styles/sending.css';
import './styles/care.css';

/** The mini-program's root: it opens the cloud once and passes the current page through. */
function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => host.start());
  usePageNotFound(() => replaceWith('missing'));
  return children;
}

export default App;
