import { Action, ItemData, JsonSchema, WorkflowDefinition } from './definition';
import { ItemBoard, Reopening, WorkItem } from './item';

/**
 * The fields in which an action makes people write why, in words of their own.
 *
 * @internal
 */
export function reasonFields(
  { forms, data }: WorkflowDefinition,
  { form }: Pick<Action, 'form'>,
): string[] {
  const required = form === undefined ? [] : forms[form]?.required ?? [];
  const fields = data.properties as { [field: string]: JsonSchema };
  return required.filter(field => {
    const { type, format, enum: choices } = fields[field] ?? {};
    return type === 'string' && format === undefined && choices === undefined;
  });
}

/**
 * Which decision is reopened when an item leaves an end by an action, by whom
 * and why. An item on which no board has decided has no decision to reopen.
 *
 * @param item - as it stood in the end, but with what the form has changed
 * @internal
 */
export function reopeningOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  taken: { action: Action; comment?: string; by: string; at: string },
): Reopening | undefined {
  const { action, comment, by, at } = taken;
  const decided = lastDecided(item.boards);
  const state = decided && definition.states[decided.state];
  const isReopened =
    definition.states[item.state]?.type === 'end' && action.to !== undefined;
  if (!isReopened || !decided || state?.type !== 'approval') {
    return undefined;
  }
  const { id, round, status, closedAt } = decided;
  const { label } = state.approval.boards[id];
  return {
    ...{ action: action.label, by, at },
    reason: wordsOf(item.data, reasonFields(definition, action), comment),
    decision: { label, round, state: status, closedAt: closedAt ?? null },
  };
}

function wordsOf(data: ItemData, fields: string[], comment = ''): string {
  const written = fields.map(field => String(data[field] ?? ''));
  return [comment, ...written]
    .map(text => text.trim())
    .filter(text => text !== '')
    .join('\n');
}

function lastDecided(boards: ItemBoard[]): ItemBoard | undefined {
  return boards
    .filter(({ status }) => status !== 'open' && status !== 'cancelled')
    .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))[0];
}
