import { Knex } from 'knex';
import { Clock } from '../database/Clock';
import { underLock } from '../database/underLock';
import { Platform } from '../platform';
import { Registry } from '../registry/buildRegistry';
import { DemoLoader } from './DemoLoader';

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
  parts: { registry: Registry; knex: Knex; clock: Clock },
): void {
  const { lifecycle, logger } = platform;
  const { knex, clock, registry } = parts;
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
  });
  lifecycle.addStartupHook(() => {
    underLock(knex, DEMO_LOCK, () => loader.load(stop.signal)).catch(error =>
      logger.error('Demo factory could not be loaded', error),
    );
  });
  lifecycle.addShutdownHook(() => stop.abort());
}
