import type { DecisionRecord } from '@techbridge/plugin-bridge-common';
import type { ItemOnPaper } from '../../api/useItemSheet';

/** The reopening that is decided now, or was last, if there was one. @internal */
export function reopeningOn({
  item,
  decisions,
}: ItemOnPaper): DecisionRecord['reopens'] {
  return [...item.boards, ...decisions].find(({ reopens }) => reopens)?.reopens;
}
