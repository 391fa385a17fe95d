import { later } from '../components/later';
import { WorkflowsRouter } from '../workflows/WorkflowsRouter';

const FillInDialog = later(
  async () => (await import('../items/form/FillInDialog')).FillInDialog,
);

/** The workflows; whoever plays one fills in the forms of work items. @internal */
export function WorkflowPages() {
  return <WorkflowsRouter FillIn={FillInDialog} />;
}
