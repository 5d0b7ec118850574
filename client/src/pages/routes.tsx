import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { LoadingState } from '../ui/states.tsx';
import { PageBoundary } from './page-boundary.tsx';

const HomePage = lazy(async () => ({ default: (await import('./home/home-page.tsx')).HomePage }));
const SetupPage = lazy(async () => ({ default: (await import('./setup/setup-page.tsx')).SetupPage }));
const SignInPage = lazy(async () => ({ default: (await import('./sign-in/sign-in-page.tsx')).SignInPage }));
const InvitationPage = lazy(async () => ({
  default: (await import('./invitation/invitation-page.tsx')).InvitationPage,
}));
const JoinPage = lazy(async () => ({ default: (await import('./join/join-page.tsx')).JoinPage }));
const BoardPage = lazy(async () => ({ default: (await import('./board/board-page.tsx')).BoardPage }));
const NotFoundPage = lazy(async () => ({ default: (await import('./not-found/not-found-page.tsx')).NotFoundPage }));

/** The addresses of the product; each page comes when it is first needed. */
export function AppRoutes(): ReactNode {
  return (
    <PageBoundary>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/setup" element={<SetupPage />} />
          <Route path="/sign-in" element={<SignInPage />} />
          <Route path="/invitation/:token" element={<InvitationPage />} />
          <Route path="/join/:code?" element={<JoinPage />} />
          <Route path="/w/:workshopId" element={<BoardPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </PageBoundary>
  );
}
