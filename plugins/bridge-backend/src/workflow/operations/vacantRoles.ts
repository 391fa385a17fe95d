import {
  ItemData,
  RoleSource,
  State,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { VacantRole } from '@techbridge/plugin-bridge-common';

/**
 * The roles that somebody would have to have for an item to go on: those that
 * are asked in its state, and those that stand in for them.
 *
 * @internal
 */
export function vacantRoles(
  { states, roles }: WorkflowDefinition,
  state: string,
  data: ItemData,
): VacantRole[] {
  const names = new Set<string>();
  const waiting = askedIn(states[state]);
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const { fallback } = roles[name];
    if (fallback && !names.has(fallback)) {
      waiting.push(fallback);
    }
    names.add(name);
  }
  return [...names].map(name => {
    const { label = { en: name, zh: name }, from } = roles[name];
    return { label, ...sourceOf(from, data) };
  });
}

function askedIn(state: State): string[] {
  if (state.type === 'approval') {
    return Object.values(state.approval.boards).map(({ voters }) => voters);
  }
  return state.type === 'task' ? [state.assign] : [];
}

function sourceOf(
  from: RoleSource,
  data: ItemData,
): Pick<VacantRole, 'source' | 'ref'> {
  if (from === 'creator') {
    return { source: 'creator', ref: null };
  }
  if ('group' in from) {
    return { source: 'group', ref: from.group };
  }
  if ('ownerOf' in from) {
    return { source: 'owner', ref: referenceIn(data, from.ownerOf) };
  }
  if ('custom' in from) {
    return { source: 'custom', ref: from.custom };
  }
  return 'superUserOf' in from
    ? { source: 'superUser', ref: referenceIn(data, from.superUserOf) }
    : { source: 'field', ref: null };
}

function referenceIn(data: ItemData, path: string): string | null {
  const value = data[path.replace(/^data\./, '')];
  return typeof value === 'string' ? value : null;
}
