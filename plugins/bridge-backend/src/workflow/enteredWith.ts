import { Command, ItemData, WorkItem } from '@techbridge/bridge-workflow';

/**
 * What a person has entered with a command; undefined for a command that is
 * none of people.
 *
 * @internal
 */
export function enteredWith(
  command: Command,
  { data, merged }: WorkItem,
): ItemData | undefined {
  if (command.type !== 'merge') {
    return command.type === 'action' ? command.data ?? {} : undefined;
  }
  const fields = Object.keys(merged?.data ?? {});
  return Object.fromEntries(fields.map(field => [field, data[field]]));
}
