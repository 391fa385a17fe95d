import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { later } from '../components/later';

const ItemsPage = lazy(() =>
  import('./ItemsPage').then(page => ({ default: page.ItemsPage })),
);

const ItemPage = lazy(() =>
  import('./ItemPage').then(page => ({ default: page.ItemPage })),
);

const DecisionsPage = lazy(() =>
  import('./decisions/DecisionsPage').then(page => ({
    default: page.DecisionsPage,
  })),
);

const ItemPrintPage = lazy(() =>
  import('./print/ItemPrintPage').then(page => ({
    default: page.ItemPrintPage,
  })),
);

const NotFoundPage = later(
  async () => (await import('../components/NotFoundPage')).NotFoundPage,
);

/** The list of work items, the page of each, its decision records, its sheet. @internal */
export function ItemsRouter() {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<ItemsPage />} />
        <Route path="/:key" element={<ItemPage />} />
        <Route path="/:key/decision" element={<DecisionsPage />} />
        <Route path="/:key/print" element={<ItemPrintPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
