import { Knex } from 'knex';
import { writeTogether } from '../../../plugins/bridge-backend/src/database/writeTogether';
import {
  OutboxRow,
  UnitStore,
} from '../../../plugins/bridge-backend/src/workflow/UnitStore';

/** How many effects wait at the beginning of a batch. @internal */
export const WAITING = 10_000;

const ITEMS = 2_000;
const AT = '2026-01-01T00:00:00.000Z';
const RECEIVERS: { use: string; with: Record<string, unknown> }[] = [
  { use: 'notify', with: { text: 'moved', to: ['user:default/lin.xiaolan'] } },
  { use: 'tellLinked', with: { event: 'linked.proposal.adopted' } },
  { use: 'webhook', with: { url: 'https://mes.example/bridge' } },
];

let written = 0;

/**
 * Puts effects into the outbox with the statement of commands: several of each
 * of some items, to several receivers, as they come when many people work.
 *
 * @internal
 */
export async function writeEffects(knex: Knex, count = WAITING): Promise<void> {
  const from = written;
  written += count;
  const rows = Array.from({ length: count }, (_, place) =>
    effectOf(from + place),
  );
  await writeTogether(knex, new UnitStore(knex).outbox(rows));
}

function effectOf(number: number): OutboxRow {
  const id = 1 + ((number * 7_919) % ITEMS);
  const key = `OP-2026-${String(id).padStart(5, '0')}`;
  const { use, with: wish } = RECEIVERS[number % RECEIVERS.length];
  const item = { id, key, title: '报工数量录不进去', workflow: 'proposal' };
  const effect = { with: wish, item, actor: 'user:default/lin.xiaolan' };
  return { dedupeKey: `${key}:${number}:0`, use, effect, at: AT };
}
