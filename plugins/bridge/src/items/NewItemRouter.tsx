import { Route, Routes } from 'react-router-dom';
import { ChooseWorkflowPage } from './start/ChooseWorkflowPage';
import { NewItemPage } from './start/NewItemPage';

/** What can be reported or suggested, and the form of each. @internal */
export function NewItemRouter() {
  return (
    <Routes>
      <Route path="/" element={<ChooseWorkflowPage />} />
      <Route path="/:workflow" element={<NewItemPage />} />
    </Routes>
  );
}
