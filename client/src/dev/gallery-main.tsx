import '../zod-setup.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../api/queries.ts';
import { firstLanguage } from '../ui/preferences.ts';
import { Providers } from '../ui/providers.tsx';
import { startWords } from '../ui/words.ts';
import { Gallery } from './gallery.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
const words = await startWords(firstLanguage());
createRoot(root).render(
  <StrictMode>
    <Providers words={words} queryClient={createQueryClient()}>
      <Gallery />
    </Providers>
  </StrictMode>,
);
