import { State, WorkflowDefinition } from '../definition';
import { Refusal, WorkItem } from '../item';
import { refuse } from '../refusal';
import { keepsRules } from './keepsRules';
import { Migrating, nameIn } from './Migrating';

/** Why an item cannot go over to another version, if so. @internal */
export function mayMigrate(
  item: WorkItem,
  migrating: Migrating,
): Refusal | undefined {
  const { from, to } = migrating;
  if (from.states[item.state].type === 'end') {
    return refuse('migration-ended');
  }
  if (from.subject.kind !== to.subject.kind) {
    return refuse('migration-kind');
  }
  return (
    standsIn(item)
      .map(state => stateRefusal(state, migrating))
      .find(refusal => refusal !== undefined) ??
    conditionRefusal(item, migrating) ??
    voteRefusal(item, migrating)
  );
}

/** The states that an item is in, or may go back to. */
function standsIn({ state, previous, standing }: WorkItem): string[] {
  const back = [previous, standing?.state, standing?.previous];
  return [state, ...back].filter(id => id !== undefined);
}

function stateIn(
  { states }: WorkflowDefinition,
  id: string,
): State | undefined {
  return Object.hasOwn(states, id) ? states[id] : undefined;
}

function stateRefusal(
  state: string,
  migrating: Migrating,
): Refusal | undefined {
  const { from, to } = migrating;
  const before = stateIn(from, state);
  const after = stateIn(to, nameIn(migrating, state));
  const named = { state: before?.label ?? state };
  if (!after) {
    return refuse('migration-state', named);
  }
  return before?.type === after.type
    ? undefined
    : refuse('migration-type', named);
}

/** Conditions are followed up where the vote that has imposed them is known. */
function conditionRefusal(
  { conditions = [], standing }: WorkItem,
  migrating: Migrating,
): Refusal | undefined {
  const all = [...conditions, ...(standing?.conditions ?? [])];
  const isKnown = all.every(({ state, board }) => {
    const found = stateIn(migrating.to, nameIn(migrating, state));
    return (
      found?.type === 'approval' && Object.hasOwn(found.approval.boards, board)
    );
  });
  return isKnown ? undefined : refuse('migration-conditions');
}

/** The rules of a vote in progress never change. */
function voteRefusal(
  item: WorkItem,
  migrating: Migrating,
): Refusal | undefined {
  const { ballots, data } = migrating.plan;
  const isVoting = item.boards.some(({ status }) => status === 'open');
  if (!isVoting || ballots === 'dismiss') {
    return undefined;
  }
  // Nor does what is being voted about.
  const isSameText = Object.keys(data).length === 0;
  const goesOn =
    ballots === 'keep' && isSameText && keepsVote(item.state, migrating);
  return goesOn ? undefined : refuse('migration-voting');
}

/** Whether the votes of a state are held by the same rules. @internal */
export function keepsVote(state: string, migrating: Migrating): boolean {
  const { from, to } = migrating;
  return keepsRules(
    { definition: from, state },
    { definition: to, state: nameIn(migrating, state) },
    other => nameIn(migrating, other),
  );
}
