import type { ReactNode } from 'react';
import { NotFoundPage } from '../not-found/not-found-page.tsx';

/** The board of a workshop. */
export function BoardPage(): ReactNode {
  return <NotFoundPage />;
}
