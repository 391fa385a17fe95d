import { LoggerService } from '@backstage/backend-plugin-api';
import { Holidays } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { Clock } from '../../database/Clock';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { BoardCloser } from '../BoardCloser';
import { BoardStore } from '../BoardStore';
import { CommandRunner } from '../CommandRunner';
import { DefinitionService } from '../DefinitionService';
import { DirectoryReader, RoleResolver } from '../hooks';
import { TimerStore } from '../TimerStore';
import { VersionStore } from '../versions/VersionStore';
import { ItemMigrator } from './ItemMigrator';
import { MigrationPreview } from './MigrationPreview';
import { MigrationService } from './MigrationService';
import { MigrationStore } from './MigrationStore';
import { MigrationWorker } from './MigrationWorker';
import { PatchMigrations } from './PatchMigrations';

interface MigrationNeeds {
  knex: Knex;
  platform: { logger: LoggerService };
  holidays: ReadonlyMap<string, Holidays>;
}

interface MigrationBase {
  boards: BoardStore;
  timers: TimerStore;
  definitions: DefinitionService;
  directories: RoleResolver & DirectoryReader;
  clock: Clock;
}

/** Puts together what carries migrations on. @internal */
export function buildMigrationWorker(
  { knex, platform: { logger }, holidays }: MigrationNeeds,
  base: MigrationBase,
  engine: { runner: CommandRunner; closer: BoardCloser },
): MigrationWorker {
  const { clock } = base;
  const migrations = new MigrationStore(knex);
  const plant = { timeZone: clock.timeZone, holidays };
  return new MigrationWorker({
    ...{ migrations, clock, logger },
    migrator: new ItemMigrator({ ...base, ...engine, migrations, plant }),
  });
}

/** Puts together what starts migrations by itself. @internal */
export function buildPatchMigrations(
  { knex, platform: { logger } }: Pick<MigrationNeeds, 'knex' | 'platform'>,
  versions: VersionStore,
): PatchMigrations {
  const migrations = new MigrationStore(knex);
  return new PatchMigrations({ versions, migrations, logger });
}

/** Puts together what starts migrations and tells of them. @internal */
export function buildMigrations(
  { knex, platform: { logger }, holidays }: MigrationNeeds,
  base: MigrationBase & { authorizer: Authorizer<ItemCondition> },
  wake: () => void,
): MigrationService {
  const migrations = new MigrationStore(knex);
  return new MigrationService({
    ...{ ...base, migrations, logger, wake },
    versions: new VersionStore(knex),
    preview: new MigrationPreview({ ...base, migrations, holidays }),
  });
}
