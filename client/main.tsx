import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/base.css';
import './ui/mantine.css';
import './ui/fonts.css';
import './ui/tokens.css';
import { App } from './app/app.js';
import { startI18n } from './platform/text/i18n.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

void startI18n().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
