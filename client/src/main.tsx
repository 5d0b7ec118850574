import { ELEMENT_MESSAGES } from '@talkoot/elements';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { config } from 'zod';
import { createQueryClient } from './api/queries.ts';
import { AppRoutes } from './pages/routes.tsx';
import { shareNonce } from './ui/nonce.ts';
import { Providers } from './ui/providers.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

// Zod would try whether it may compile code, which the page's policy forbids and reports.
config({ jitless: true });
shareNonce();
createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <Providers queryClient={createQueryClient()} messages={ELEMENT_MESSAGES}>
        <AppRoutes />
      </Providers>
    </BrowserRouter>
  </StrictMode>,
);
