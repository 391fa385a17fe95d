import { Progress } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { later } from '../components/later';
import { CaseListPage } from './CaseListPage';

const CasePage = lazy(() =>
  import('./CasePage').then(({ CasePage: component }) => ({
    default: component,
  })),
);

const NewCasePage = lazy(() =>
  import('./CaseEditor').then(({ NewCasePage: component }) => ({
    default: component,
  })),
);

const EditCasePage = lazy(() =>
  import('./CaseEditor').then(({ EditCasePage: component }) => ({
    default: component,
  })),
);

const NotFoundPage = later(
  async () => (await import('../components/NotFoundPage')).NotFoundPage,
);

/** The case library: its list, a case, and the editor on demand. @internal */
export function CasesPage() {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<CaseListPage />} />
        <Route path="/new" element={<NewCasePage />} />
        <Route path="/:id" element={<CasePage />} />
        <Route path="/:id/edit" element={<EditCasePage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
