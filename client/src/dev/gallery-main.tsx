import '../zod-setup.ts';
import { ELEMENT_MESSAGES } from '@talkoot/elements';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '../api/queries.ts';
import { useMoreMessages } from '../ui/i18n.tsx';
import { Providers } from '../ui/providers.tsx';
import { Gallery } from './gallery.tsx';

/** The words of the kinds come with the board's page; here with the gallery. */
function WithWords(): ReactNode {
  useMoreMessages(ELEMENT_MESSAGES);
  return <Gallery />;
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <Providers queryClient={createQueryClient()}>
        <WithWords />
      </Providers>
    </BrowserRouter>
  </StrictMode>,
);
