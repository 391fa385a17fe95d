import {
  Label,
  timerBoard,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { PendingTimer } from '@techbridge/plugin-bridge-common';

type Meaning = Pick<PendingTimer, 'kind' | 'board' | 'leadsTo'>;

/** What a timer is for, in the words of its workflow. @internal */
export function presentTimer(
  { states }: WorkflowDefinition,
  { state: id, timer }: { state: string; timer: string },
): Meaning {
  const state = states[id];
  const board = timerBoard(timer);
  if (board !== undefined) {
    const label =
      state.type === 'approval' ? state.approval.boards[board]?.label : null;
    const kind = timer.startsWith('remind.') ? 'reminder' : 'deadline';
    return { kind, board: label ?? null, leadsTo: null };
  }
  const [name] = timer.split('~');
  const rule = state.timers.find(one => one.id === name);
  const to = rule?.fire?.to;
  const leadsTo: Label | null = (to && states[to]?.label) || null;
  if (rule?.fire) {
    return { kind: 'way', board: null, leadsTo };
  }
  const reminds = rule?.do.every(({ use }) => use === 'notify') ?? false;
  return { kind: reminds ? 'reminder' : 'action', board: null, leadsTo: null };
}
