import './zod-setup.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/queries.ts';
import { AppRoutes } from './pages/routes.tsx';
import { untilLoaded } from './ui/lazy-part.ts';
import { shareNonce } from './ui/nonce.ts';
import { firstLanguage } from './ui/preferences.ts';
import { Providers } from './ui/providers.tsx';
import { startWords } from './ui/words.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

shareNonce();
const words = await untilLoaded(() => startWords(firstLanguage()));
createRoot(root).render(
  <StrictMode>
    <Providers words={words} queryClient={createQueryClient()}>
      <AppRoutes />
    </Providers>
  </StrictMode>,
);
