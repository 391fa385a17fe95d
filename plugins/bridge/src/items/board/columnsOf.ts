import type {
  ItemStateView,
  Title,
  Workflow,
} from '@techbridge/plugin-bridge-common';

/** States that belong together. @internal */
export interface ColumnGroup {
  id: string;
  /** Undefined for those of no phase. */
  label?: Title;
  states: ItemStateView[];
}

/**
 * The columns of a board: the states in which items wait, in the order of the
 * file, by phase; and those in which they end. Where the way goes on by itself
 * no item ever stands.
 *
 * @internal
 */
export function columnsOf({ states, phases }: Workflow): {
  groups: ColumnGroup[];
  ended: ItemStateView[];
} {
  const waiting = states.filter(
    ({ type }) => type !== 'choice' && type !== 'end',
  );
  const groups: ColumnGroup[] = phases.map(({ id, label }) => ({
    ...{ id, label },
    states: waiting.filter(({ phase }) => phase === id),
  }));
  const others = waiting.filter(
    ({ phase }) => !phases.some(({ id }) => id === phase),
  );
  return {
    groups: [...groups, { id: '', states: others }].filter(
      group => group.states.length > 0,
    ),
    ended: states.filter(({ type }) => type === 'end'),
  };
}
