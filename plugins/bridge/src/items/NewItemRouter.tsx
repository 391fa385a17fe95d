import { Route, Routes } from 'react-router-dom';
import { later } from '../components/later';
import { ChooseWorkflowPage } from './start/ChooseWorkflowPage';
import { NewItemPage } from './start/NewItemPage';

const NotFoundPage = later(
  async () => (await import('../components/NotFoundPage')).NotFoundPage,
);

/** What can be reported or suggested, and the form of each. @internal */
export function NewItemRouter() {
  return (
    <Routes>
      <Route path="/" element={<ChooseWorkflowPage />} />
      <Route path="/:workflow" element={<NewItemPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
