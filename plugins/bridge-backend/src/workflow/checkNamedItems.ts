import {
  DueEffect,
  ItemData,
  Label,
  NamedItem,
  namedItems,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { BridgeError, FieldProblem } from '@techbridge/plugin-bridge-common';
import { dayOf } from '../database/dayOf';
import { DefinitionService } from './DefinitionService';
import { Transaction } from './ItemStore';
import { FoundItem, NamedItemStore } from './NamedItemStore';
import { Acting } from './records';

/**
 * Refuses data that name an item which may not stand there: none that can be
 * seen, the item itself, one of another workflow, or one that has ended where
 * an open one is wanted. One statement for all of them.
 *
 * @returns the items by their keys when all of them are to be linked; they are
 *   marked as such with the same statement
 * @throws BridgeError `invalid-input` that names each such field
 * @internal
 */
export async function checkNamedItems(
  parts: { trx: Transaction; definitions: DefinitionService; acting: Acting },
  {
    definition,
    data,
    own,
    effects,
  }: {
    definition: WorkflowDefinition;
    data: ItemData;
    own: string;
    effects: DueEffect[];
  },
): Promise<Map<string, FoundItem>> {
  const named = namedItems(definition, data);
  if (named.length === 0) {
    return new Map();
  }
  const { now, timeZone, sees } = parts.acting;
  const keys = [...new Set(named.map(({ key }) => key))];
  const toLink = linkedBy(effects);
  const mark = keys.every(key => toLink.has(key));
  const found = await new NamedItemStore(parts.trx).find(
    keys,
    { filter: sees, today: dayOf(now, timeZone) },
    mark,
  );
  const kindOf = (workflow: string) => titleOf(parts, workflow);
  const fields: FieldProblem[] = [];
  for (const one of named) {
    const wrong = await problemOf(one, found.get(one.key), own, kindOf);
    fields.push(...(wrong ? [{ path: `data.${one.path}`, ...wrong }] : []));
  }
  if (fields.length > 0) {
    throw new BridgeError('invalid-input', { fields });
  }
  return mark ? found : new Map();
}

function linkedBy(effects: DueEffect[]): Set<string> {
  const links = effects.filter(({ use }) => use === 'linkItem');
  return new Set(links.map(effect => String(effect.with.key).toUpperCase()));
}

async function problemOf(
  { key, workflow, open }: NamedItem,
  found: FoundItem | undefined,
  own: string,
  kindOf: (workflow: string) => Promise<Label>,
): Promise<Omit<FieldProblem, 'path'> | undefined> {
  const params = { value: key };
  if (key === own) {
    return { code: 'same-item', params };
  }
  if (!found) {
    return { code: 'unknown-item', params };
  }
  if (workflow !== undefined && found.workflow !== workflow) {
    const { en, zh } = await kindOf(workflow);
    const kinds = { kindEn: en, kindZh: zh };
    return { code: 'wrong-kind-of-item', params: { ...params, ...kinds } };
  }
  return open && !found.open ? { code: 'item-is-closed', params } : undefined;
}

/** What a workflow is called; its id where none of this id is in force. */
async function titleOf(
  { definitions, trx }: { definitions: DefinitionService; trx: Transaction },
  id: string,
): Promise<Label> {
  try {
    return (await definitions.inForce(id, trx)).definition.title;
  } catch {
    return { en: id, zh: id };
  }
}
