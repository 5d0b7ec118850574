import './zod-setup.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from './api/queries.ts';
import { AppRoutes } from './pages/routes.tsx';
import { shareNonce } from './ui/nonce.ts';
import { Providers } from './ui/providers.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

shareNonce();
createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <Providers queryClient={createQueryClient()}>
        <AppRoutes />
      </Providers>
    </BrowserRouter>
  </StrictMode>,
);
