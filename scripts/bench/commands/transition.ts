import { randomUUID } from 'node:crypto';
import { anybody } from '../backend/allowingPermissions';
import { OpenWork } from '../data/work/openWork';
import { writeMoreItems } from '../data/work/writeWork';
import { RatioResult } from '../results';
import { atOnce } from '../timing/atOnce';
import { inverse, sideBySide, timed } from '../timing/sideBySide';
import { CLIENTS, plainInserts } from './plainInserts';

const CALLS = 64;
const BATCHES = 4;

interface Waiting {
  key: string;
  person: string;
  rev: number;
}

/**
 * One plain transition, the acknowledgement of a feedback with an
 * Idempotency-Key: it enters a state, hands work out and sets a timer.
 *
 * @internal
 */
export async function measureTransition(
  work: OpenWork,
  rounds: number,
): Promise<RatioResult> {
  const { commands } = work.rooms.workflow.services;
  const waiting = await feedbackToAcknowledge(
    work,
    CALLS * BATCHES * (rounds + 1),
  );
  const acknowledge = async ({ key, person, rev }: Waiting) => {
    const idempotencyKey = randomUUID();
    const caller = { person, credentials: anybody, idempotencyKey };
    const { text } = await commands.act(key, 'acknowledge', { rev }, caller);
    if (JSON.parse(text).state.id !== 'inProgress') {
      throw new Error(`${key} was not acknowledged`);
    }
  };
  const ratio = await sideBySide({
    ours: () =>
      timed(() => atOnce(CLIENTS, waiting.splice(0, CALLS), acknowledge)),
    floor: await plainInserts(work.knex, CALLS),
    rounds,
    batches: BATCHES,
  });
  return {
    name: `plain transitions a second, ${CLIENTS} at once / inserts of one row`,
    atLeast: 0.2,
    ratio: inverse(ratio),
  };
}

async function feedbackToAcknowledge(
  { knex, sizes }: OpenWork,
  count: number,
): Promise<Waiting[]> {
  const keys = await writeMoreItems(knex, sizes.people, {
    ...{ count, workflow: 'feedback', state: 'reported', electorate: 0 },
  });
  return knex('items')
    .join('appointments', 'appointments.system', 'items.system')
    .join('person', 'person.id', 'appointments.person_id')
    .whereIn('items.key', keys)
    .where('appointments.role', 'lead')
    .select('items.key', 'items.rev', 'person.entity_ref as person');
}
