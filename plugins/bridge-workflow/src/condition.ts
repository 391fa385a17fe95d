import { Label, WorkflowDefinition } from './definition';
import { StepContext } from './directory';
import { Ballot, ItemBoard, ItemCondition, Refusal, WorkItem } from './item';
import { refuse } from './refusal';
import { rolePeople } from './roles';
import { votersOn } from './standIns';
import { note, stateOf, Walk } from './walk';

/** A condition of a decision as it is shown to a person. @public */
export interface OfferedCondition extends ItemCondition {
  /** Of the board that decided. */
  label: Label;
  /** Whether this person may say now that it is met, or is not. */
  allowed: boolean;
  why?: { code: Refusal['code']; en: string; zh: string };
}

/** Whether a condition is met, as somebody says. @internal */
export interface ConditionReport {
  condition: string;
  met: boolean;
  note?: string;
}

/**
 * Takes back what an earlier round of a state has imposed, because the question
 * is put anew. It stays in the ballots of that round and in the journal.
 *
 * @internal
 */
export function liftConditions({ item }: Walk, stateId: string) {
  const { conditions = [] } = item;
  const others = conditions.filter(({ state }) => state !== stateId);
  item.conditions = others.length > 0 ? others : undefined;
}

/**
 * The conditions that those ask for who approved a board with conditions, in
 * the order of their votes.
 *
 * @public
 */
export function conditionsAsked(
  sitting: ItemBoard,
  ballots: Ballot[],
): ItemCondition[] {
  const { id: board, round, state } = sitting;
  const voters = votersOn(sitting);
  return ballots
    .filter(
      ({ choice, voter }) => isConditional(choice) && voters.includes(voter),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .flatMap(({ voter, conditions = [] }) =>
      conditions.map(condition => ({ ...condition, by: voter })),
    )
    .map((condition, place) => ({
      id: `${board}.${round}.${place + 1}`,
      state,
      board,
      ...condition,
    }));
}

/**
 * Takes the conditions of those who approved with conditions into the item,
 * once a board has decided so.
 *
 * @internal
 */
export function imposeConditions(
  { item }: Walk,
  sitting: ItemBoard,
  ballots: Ballot[],
): ItemCondition[] {
  const imposed = conditionsAsked(sitting, ballots);
  item.conditions = [...(item.conditions ?? []), ...imposed];
  return imposed;
}

/** Whether a choice is an approval that must name its conditions. @internal */
export function isConditional(choice: string): boolean {
  return choice === 'approveWithConditions';
}

/**
 * The conditions of the decisions on an item, as a person sees them.
 *
 * @public
 */
export function conditionsOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: StepContext,
): OfferedCondition[] {
  return (item.conditions ?? []).map(condition => {
    const refusal = refusalOf(definition, item, condition, context);
    return {
      ...condition,
      label: boardLabel(definition, condition),
      allowed: !refusal,
      ...(refusal && { why: { code: refusal.code, ...refusal.why } }),
    };
  });
}

function boardLabel(
  { states }: WorkflowDefinition,
  { state: id, board }: ItemCondition,
): Label {
  const state = states[id];
  return state.type === 'approval'
    ? state.approval.boards[board].label
    : state.label;
}

function refusalOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  condition: ItemCondition,
  { actor, directory }: StepContext,
): Refusal | undefined {
  const state = stateOf(definition, item);
  if (state.type !== 'task' || state.checklist !== condition.state) {
    return refuse('conditions-closed');
  }
  const mayReport =
    condition.owner === actor ||
    rolePeople(definition, state.assign, item, directory).includes(actor);
  return mayReport ? undefined : refuse('not-your-condition');
}

/**
 * Notes that a condition is met, or after all is not.
 *
 * @returns why not, where it cannot be done
 * @internal
 */
export function reportCondition(
  walk: Walk,
  { condition: id, met, note: text }: ConditionReport,
): Refusal | undefined {
  const { definition, item, context } = walk;
  const conditions = item.conditions ?? [];
  const condition = conditions.find(one => one.id === id);
  if (!condition) {
    return refuse('unknown-condition');
  }
  const refusal = refusalOf(definition, item, condition, context);
  if (refusal || Boolean(condition.met) === met) {
    return refusal ?? refuse('condition-as-it-is');
  }
  const said = text?.trim();
  const words = said ? { note: said } : {};
  const done = { by: context.actor, at: context.now, ...words };
  const { met: before, ...rest } = condition;
  item.conditions = conditions.map(one =>
    one === condition ? { ...rest, ...(met && { met: done }) } : one,
  );
  const { text: what, owner } = condition;
  note(walk, 'condition', { condition: id, text: what, owner, met, ...words });
  return undefined;
}
