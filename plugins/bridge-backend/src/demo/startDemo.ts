import { join } from 'path';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { Clock } from '../database/Clock';
import { underLock } from '../database/underLock';
import { Platform } from '../platform';
import { Rooms } from '../buildRooms';
import { DEMO_START, DemoLoader } from './DemoLoader';
import { HistoryLoader } from './HistoryLoader';
import { loadAbsences } from './loadAbsences';
import { MeetingHistory } from './MeetingHistory';

// Any fixed number; it only has to differ from other programs' locks.
const DEMO_LOCK = 7_212_519_002;

/**
 * Loads the demo factory in the background once the backend is up. Of several
 * replicas one loads; the others wait for it and find it done.
 *
 * @internal
 */
export function startDemo(
  folder: string,
  platform: Platform,
  parts: { rooms: Rooms; knex: Knex; clock: Clock },
): void {
  const { lifecycle, logger } = platform;
  const { knex, clock } = parts;
  const { registry } = parts.rooms;
  const stop = new AbortController();
  const loader = new DemoLoader({
    folder,
    knex,
    clock,
    logger,
    refresh: () => registry.mirror.refresh(),
    knows: async system => {
      const [known] = await registry.resources([system]);
      return known !== undefined;
    },
    appoint: async (system, user, input) => {
      const caller = await platform.auth.getOwnServiceCredentials();
      await registry.services.register.appoint(system, user, input, caller);
    },
    loadHistory: signal => loadHistory(folder, platform, parts, signal),
  });
  lifecycle.addStartupHook(() => {
    underLock(knex, DEMO_LOCK, () => loader.load(stop.signal)).catch(error =>
      logger.error('Demo factory could not be loaded', error),
    );
  });
  lifecycle.addShutdownHook(() => stop.abort());
}

async function loadHistory(
  folder: string,
  { logger, auth }: Platform,
  { rooms, clock }: { rooms: Rooms; clock: Clock },
  signal: AbortSignal,
): Promise<void> {
  const { registry, workflow } = rooms;
  const { timeZone } = clock;
  const loader = new HistoryLoader({
    ...{ folder, timeZone, logger },
    services: workflow.services,
    meetings: new MeetingHistory(rooms.meetings),
    catchUp: until => workflow.worker.catchUp(until),
    unknown: refs => registry.references.unknown(refs),
    refresh: () => registry.mirror.refresh(),
    credentials: () => auth.getOwnServiceCredentials(),
    enterAbsences: async () =>
      loadAbsences(
        join(folder, 'absences.yaml'),
        registry.services.delegations,
        await auth.getOwnServiceCredentials(),
      ),
  });
  const end = DateTime.fromISO(DEMO_START, { zone: timeZone });
  await loader.load(new Date(end.toMillis()).toISOString(), signal);
  await registry.mirror.refreshPeople();
}
