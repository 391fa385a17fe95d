import { Progress } from '@backstage/core-components';
import { ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { later } from '../components/later';
import type { FillInProps } from '../components/FillInProps';
import { WorkflowListPage } from './WorkflowListPage';

const SettingsPage = lazy(() =>
  import('./settings/SettingsPage').then(page => ({
    default: page.SettingsPage,
  })),
);

const VersionPage = lazy(() =>
  import('./VersionPage').then(page => ({ default: page.VersionPage })),
);

const PlayPage = lazy(() =>
  import('./play/PlayPage').then(page => ({ default: page.PlayPage })),
);

const ImportPage = lazy(() =>
  import('./file/ImportPage').then(page => ({ default: page.ImportPage })),
);

const NotFoundPage = later(
  async () => (await import('../components/NotFoundPage')).NotFoundPage,
);

/** The workflows, what can be set of each, and their versions. @internal */
export function WorkflowsRouter(props: {
  /** Draws the form of an action. */
  FillIn: ComponentType<FillInProps>;
}) {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<WorkflowListPage />} />
        <Route path="/import" element={<ImportPage />} />
        <Route path="/:id/settings" element={<SettingsPage />} />
        <Route path="/:id/versions/:version" element={<VersionPage />} />
        <Route
          path="/:id/versions/:version/play"
          element={<PlayPage {...props} />}
        />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
