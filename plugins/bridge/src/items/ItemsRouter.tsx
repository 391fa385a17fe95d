import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';

const ItemsPage = lazy(() =>
  import('./ItemsPage').then(page => ({ default: page.ItemsPage })),
);

const ItemPage = lazy(() =>
  import('./ItemPage').then(page => ({ default: page.ItemPage })),
);

/** The list of work items, and the page of each. @internal */
export function ItemsRouter() {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<ItemsPage />} />
        <Route path="/:key" element={<ItemPage />} />
      </Routes>
    </Suspense>
  );
}
