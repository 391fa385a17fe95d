import { Progress } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { later } from '../components/later';

const MeetingListPage = lazy(() =>
  import('./list/MeetingListPage').then(page => ({
    default: page.MeetingListPage,
  })),
);

const MeetingPage = lazy(() =>
  import('./MeetingPage').then(page => ({ default: page.MeetingPage })),
);

const NotFoundPage = later(
  async () => (await import('../components/NotFoundPage')).NotFoundPage,
);

/** The review meetings: their list, and the page of each. @internal */
export function MeetingsRouter() {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<MeetingListPage />} />
        <Route path="/new" element={<MeetingListPage planning />} />
        <Route path="/:id" element={<MeetingPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
