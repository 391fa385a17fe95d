import { Config } from '@backstage/config';
import { webhookOrigin } from '@techbridge/bridge-workflow';
import { IANAZone, Settings } from 'luxon';
import { resolve } from 'path';
import { ShiftHours, THREE_SHIFTS } from './registry/model';

/** Who alone decides about workflows: files, or people on the pages. @internal */
export type SourceOfTruth = 'files' | 'pages';

/** What the configuration says. @internal */
export interface BridgeSettings {
  timeZone: string;
  shifts: ShiftHours[];
  /** The list of holidays that series of meetings keep to. */
  holidays?: string;
  demoFolder?: string;
  /** Folders of workflow definitions of one's own. */
  workflowFolders: string[];
  /** Who alone decides about workflows, if it is one of them. */
  sourceOfTruth?: SourceOfTruth;
  /** Where webhooks may be sent to, with the secret that signs them. */
  webhooks: ReadonlyMap<string, string>;
}

/**
 * Reads the section `bridge` of the configuration.
 *
 * @throws Error that names the key and the remedy
 * @internal
 */
export function readSettings(config: Config): BridgeSettings {
  const timeZone =
    config.getOptionalString('bridge.calendar.timeZone') ??
    Settings.defaultZone.name;
  if (!IANAZone.isValidZone(timeZone)) {
    throw new Error(
      `bridge.calendar.timeZone is “${timeZone}”, which is no time zone. Write for example Asia/Shanghai.`,
    );
  }
  const folder = config.getOptionalString('bridge.demo.folder');
  return {
    timeZone,
    shifts: readShifts(config),
    holidays: config.getOptionalString('bridge.calendar.holidays'),
    workflowFolders: (
      config.getOptionalStringArray('bridge.workflows.folders') ?? []
    ).map(path => resolve(path)),
    sourceOfTruth: readSourceOfTruth(config),
    webhooks: readWebhooks(config),
    ...(folder && { demoFolder: resolve(folder) }),
  };
}

function readSourceOfTruth(config: Config): SourceOfTruth | undefined {
  const source = config.getOptionalString('bridge.workflows.sourceOfTruth');
  if (source !== undefined && source !== 'files' && source !== 'pages') {
    throw new Error(
      `bridge.workflows.sourceOfTruth is “${source}”. Write files or pages.`,
    );
  }
  return source;
}

function readWebhooks(config: Config): ReadonlyMap<string, string> {
  const rows = config.getOptionalConfigArray('bridge.webhooks') ?? [];
  return new Map(
    rows.map(row => {
      const origin = row.getString('origin');
      if (webhookOrigin(origin) !== origin) {
        throw new Error(
          `bridge.webhooks has the origin “${origin}”. Write it like https://hooks.plant.example, without a path.`,
        );
      }
      return [origin, row.getString('secret')];
    }),
  );
}

function readShifts(config: Config): ShiftHours[] {
  const rows = config.getOptionalConfigArray('bridge.calendar.shifts');
  return rows?.map(readShift) ?? THREE_SHIFTS;
}

function readShift(row: Config): ShiftHours {
  const shift = row.getString('shift') as ShiftHours['shift'];
  const start = row.getNumber('start');
  const end = row.getNumber('end');
  const known = THREE_SHIFTS.some(one => one.shift === shift);
  const hours = [start, end].every(
    hour => Number.isInteger(hour) && hour >= 0 && hour <= 24,
  );
  if (!known || !hours) {
    throw new Error(
      'bridge.calendar.shifts has a row that cannot be read. Write shift: day, middle or night, start and end as hours from 0 to 24.',
    );
  }
  return { shift, start, end };
}
