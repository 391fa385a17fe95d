import { Progress } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';

const MeetingListPage = lazy(() =>
  import('./list/MeetingListPage').then(page => ({
    default: page.MeetingListPage,
  })),
);

const MeetingPage = lazy(() =>
  import('./MeetingPage').then(page => ({ default: page.MeetingPage })),
);

/** The review meetings: their list, and the page of each. @internal */
export function MeetingsRouter() {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<MeetingListPage />} />
        <Route path="/new" element={<MeetingListPage planning />} />
        <Route path="/:id" element={<MeetingPage />} />
      </Routes>
    </Suspense>
  );
}
