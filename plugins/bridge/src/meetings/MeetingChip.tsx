import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { MeetingRow } from '@techbridge/plugin-bridge-common';
import { ToneChip } from '../components/ToneChip';
import { meetingsTranslationRef } from '../translation/meetings';

const TONES = {
  planned: 'task',
  open: 'approval',
  closed: 'good',
  cancelled: 'choice',
} as const;

/** How a meeting stands. @internal */
export function MeetingChip({ state }: Pick<MeetingRow, 'state'>) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  return <ToneChip label={t(`state.${state}`)} tone={TONES[state]} />;
}
