import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { createServices } from './app/create-services';
import 'tdesign-react/es/style/index.css';
import './design/tokens.css';
import './design/tdesign.css';
import './design/base.css';
import './design/print.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <App services={createServices()} />
  </StrictMode>,
);
