import './app/content-policy.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startFollowing } from './api/index.ts';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (root !== null) {
  startFollowing();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
