import {
  ApprovalState,
  boardRule,
  conditionsAsked,
  tally,
} from '@techbridge/bridge-workflow';
import { DecisionRecord } from '@techbridge/plugin-bridge-common';
import { ClosedBoard, DecidedItem } from '../workflow/ClosedBoardService';

/** A record without its text. @internal */
export type DecisionFacts = Omit<DecisionRecord, 'markdown'>;

/**
 * What a board has decided, how, and by which rule. How people voted in secret
 * is not told.
 *
 * @internal
 */
export function decisionRecord(
  decided: DecidedItem,
  { sitting, ballots, definition, version, hash }: ClosedBoard,
): DecisionFacts {
  const { key, title } = decided;
  const state = definition.states[sitting.state] as ApprovalState;
  const board = state.approval.boards[sitting.id];
  const { count, quorum } = tally(board, sitting, ballots);
  const isSecret = board.ballot === 'secret';
  return {
    item: { key, title },
    workflow: { id: definition.id, title: definition.title, version, hash },
    board: sitting.id,
    label: board.label,
    round: sitting.round,
    state: sitting.status,
    ...(sitting.tacit && { tacit: true }),
    ...(sitting.overrides && { overrides: board.veto?.override?.threshold }),
    escalated: sitting.escalated,
    openedAt: sitting.openedAt,
    closedAt: sitting.closedAt ?? null,
    deadlineAt: sitting.deadlineAt ?? null,
    ...(sitting.extended && { extended: sitting.extended }),
    rule: boardRule(definition, board, sitting),
    ballot: board.ballot,
    electorate: seatsOf(sitting),
    recused: sitting.recused.map(({ voter, kind, by, reason }) => ({
      ...{ user: voter, kind, reason },
      ...(by && { by }),
    })),
    ...(sitting.changes && { changes: sitting.changes }),
    ...(sitting.reopens && { reopens: sitting.reopens }),
    ...{ quorum, count },
    ...(!isSecret && { ballots: inOrder(ballots) }),
    ballotsHash: sitting.ballotsHash ?? null,
    conditions: conditionsOf(sitting, ballots),
  };
}

function conditionsOf(
  sitting: ClosedBoard['sitting'],
  ballots: ClosedBoard['ballots'],
): DecisionFacts['conditions'] {
  const imposed =
    sitting.status === 'conditional' ? conditionsAsked(sitting, ballots) : [];
  return imposed.map(({ id, text, owner, due, by }) => ({
    ...{ id, text, owner, due, by },
  }));
}

function seatsOf({ electorate }: ClosedBoard['sitting']) {
  return [...electorate]
    .sort((a, b) => Number(b.chair) - Number(a.chair))
    .map(({ ref, chair, weight, veto, escalated }) => ({
      ...{ user: ref, chair },
      ...(weight !== undefined && { weight }),
      ...(veto && { veto }),
      ...(escalated && { escalated: true as const }),
    }));
}

function inOrder(ballots: ClosedBoard['ballots']): DecisionFacts['ballots'] {
  return [...ballots]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ reason = null, ...ballot }) => ({ ...ballot, reason }));
}
