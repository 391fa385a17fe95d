import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { WorkflowVersion } from '@techbridge/plugin-bridge-common';
import { ChipTone, ToneChip } from '../components/ToneChip';
import { workflowsTranslationRef } from '../translation/workflows';

const TONES: { [status in WorkflowVersion['status']]: ChipTone } = {
  draft: 'task',
  inReview: 'approval',
  published: 'good',
  deprecated: 'wait',
  retired: 'choice',
  discarded: 'choice',
};

/** How far a version has come. @internal */
export function VersionChip({ status }: Pick<WorkflowVersion, 'status'>) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  return <ToneChip label={t(`status.${status}`)} tone={TONES[status]} />;
}
