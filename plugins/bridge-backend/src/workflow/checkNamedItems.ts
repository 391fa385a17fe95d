import {
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
 * @throws BridgeError `invalid-input` that names each such field
 * @internal
 */
export async function checkNamedItems(
  parts: { trx: Transaction; definitions: DefinitionService; acting: Acting },
  {
    definition,
    data,
    own,
  }: { definition: WorkflowDefinition; data: ItemData; own: string },
): Promise<void> {
  const named = namedItems(definition, data);
  if (named.length === 0) {
    return;
  }
  const { now, timeZone, sees } = parts.acting;
  const found = await new NamedItemStore(parts.trx).find(
    [...new Set(named.map(({ key }) => key))],
    { filter: sees, today: dayOf(now, timeZone) },
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
