import { LoggerService } from '@backstage/backend-plugin-api';
import {
  appointmentInputSchema,
  AppointmentInput,
  parseInput,
  systemNameSchema,
  userParameterSchema,
} from '@techbridge/plugin-bridge-common';
import { promises as fs } from 'fs';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { join } from 'path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Clock } from '../database/Clock';
import { isDemoLoaded, noteDemoLoaded } from './isDemoLoaded';

/** When the demo's history ends and its clock runs on. @internal */
export const DEMO_START = '2025-12-31T09:00:00';

const WAIT_FOR_CATALOG_MS = 2_000;

const rowSchema = z.looseObject({
  system: systemNameSchema,
  user: userParameterSchema,
});

/** What the loader works with. @internal */
export interface DemoParts {
  folder: string;
  knex: Knex;
  clock: Clock;
  logger: LoggerService;
  /** Brings the systems of the catalog into the register. */
  refresh: () => Promise<void>;
  /** Whether the register knows a system. */
  knows: (system: string) => Promise<boolean>;
  /** Appoints through the ordinary command, as the programme manager. */
  appoint: (
    system: string,
    user: string,
    input: AppointmentInput,
  ) => Promise<void>;
  /** Carries out what happened in the factory. */
  loadHistory: (signal: AbortSignal) => Promise<void>;
}

/**
 * Loads the demo factory once: sets the clock, waits until the catalog has
 * read the demo's systems and people, and appoints the super users through the
 * ordinary command. An interrupted load goes on where it stopped, because each
 * appointment is written whole and written again to the same effect.
 *
 * @internal
 */
export class DemoLoader {
  constructor(private readonly parts: DemoParts) {}

  /** Loads what is not loaded yet. */
  async load(signal: AbortSignal): Promise<void> {
    const { knex, clock, logger, folder } = this.parts;
    if (await isDemoLoaded(knex)) {
      logger.info('Demo factory loaded earlier');
      return;
    }
    await clock.set(DateTime.fromISO(DEMO_START, { zone: clock.timeZone }));
    const rows = await this.appointments(join(folder, 'appointments.yaml'));
    logger.info(`Demo factory: ${rows.length} appointments to load`);
    for (const [index, row] of rows.entries()) {
      await this.loadOne(row, signal);
      if (signal.aborted) {
        return;
      }
      logger.info(`Demo factory: ${index + 1} of ${rows.length}`);
    }
    await this.parts.loadHistory(signal);
    if (signal.aborted) {
      return;
    }
    await clock.set(DateTime.fromISO(DEMO_START, { zone: clock.timeZone }));
    await noteDemoLoaded(knex, DEMO_START);
    logger.info('Demo factory loaded');
  }

  private async appointments(file: string) {
    const rows: unknown = parse(await fs.readFile(file, 'utf8'));
    return parseInput(z.array(rowSchema), rows).map(row => {
      const { system, user, ...terms } = row;
      const input = parseInput(appointmentInputSchema, terms);
      return { system, user, input };
    });
  }

  private async loadOne(
    row: { system: string; user: string; input: AppointmentInput },
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await this.parts.knows(row.system)) {
          await this.parts.appoint(row.system, row.user, row.input);
          return;
        }
      } catch (error) {
        this.parts.logger.debug(`Demo factory waits: ${error}`);
      }
      await pause(WAIT_FOR_CATALOG_MS);
      await this.parts.refresh().catch(() => undefined);
    }
  }
}

/** Waits. @internal */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
