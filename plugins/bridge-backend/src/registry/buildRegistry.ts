import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_TOPIC, Title } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { Clock } from '../database/Clock';
import { SystemResource, systemResourceRef } from '../permissions/rules';
import { Authorizer } from '../permissions/Authorizer';
import { BridgeSettings } from '../readSettings';
import { Platform } from '../platform';
import { AnswerKeeper } from './AnswerKeeper';
import { AppointEffect } from './AppointEffect';
import { Appointer } from './Appointer';
import { CatalogEntityEffect } from './CatalogEntityEffect';
import { CatalogGateway } from './CatalogGateway';
import { CatalogMirror } from './CatalogMirror';
import { ClockService } from './ClockService';
import { DelegationService } from './DelegationService';
import { DelegationStore } from './DelegationStore';
import { DepartmentService } from './DepartmentService';
import { DirectoryStore } from './DirectoryStore';
import { GroupStore } from './GroupStore';
import { KnownReferences } from './KnownReferences';
import { MirrorStore } from './MirrorStore';
import { ProjectionService } from './ProjectionService';
import { ProjectionStore } from './ProjectionStore';
import { RegisterService } from './RegisterService';
import { RegisterStore } from './RegisterStore';
import { RegistryServices } from './routes';
import { SystemService } from './SystemService';
import { SystemStore } from './SystemStore';
import { WrittenEntityStore } from './WrittenEntityStore';

/** The room of systems and super users, put together. @internal */
export interface Registry {
  services: RegistryServices;
  mirror: CatalogMirror;
  /** Who is who, for the rules of workflows. */
  directories: DirectoryStore;
  references: KnownReferences;
  /** The titles of those of some groups that there are. */
  titlesOf: (groups: string[]) => Promise<Map<string, Title>>;
  /** Numbers changes that the catalog has to show. */
  changes: RegisterStore;
  /** Hurries the catalog's provider. */
  announce: () => Promise<void>;
  /** Appoints as workflows say. */
  appointEffect: AppointEffect;
  /** Writes into the catalog as workflows say. */
  catalogEntityEffect: CatalogEntityEffect;
  /** What permission rules need to know of systems, by name. */
  resources: (names: string[]) => Promise<(SystemResource | undefined)[]>;
}

/** What the room needs of other rooms. @internal */
export interface RegistryNeeds {
  settings: BridgeSettings;
  knex: Knex;
  clock: Clock;
  answers: AnswerKeeper;
  /** Hears that others may answer for a system, or for any. */
  responsibleChanged: (system?: string) => Promise<void>;
  /** Hears that others may vote for a person. */
  absenceChanged: (person: string) => Promise<void>;
  /** Whether the caller may see such an item. */
  seesItem: (key: string, caller: BackstageCredentials) => Promise<boolean>;
}

/** Puts the room together. @internal */
export function buildRegistry(
  platform: Platform,
  needs: RegistryNeeds,
): Registry {
  const { settings, knex, clock, answers, responsibleChanged } = needs;
  const { permissions, permissionsRegistry, logger } = platform;
  const authorizer = new Authorizer(
    permissions,
    permissionsRegistry,
    systemResourceRef,
  );
  const catalog = new CatalogGateway(platform.catalog, platform.auth);
  const store = new SystemStore(knex);
  const register = new RegisterStore(knex);
  const announce = announcer(platform);
  const appointer = new Appointer(register);
  const heard = { announce, responsibleChanged };
  const catalogEntityEffect = new CatalogEntityEffect({
    written: new WrittenEntityStore(knex),
    ...{ register, catalog, announce },
  });
  const projection = new ProjectionService(new ProjectionStore(knex), clock);
  projection.add(catalogEntityEffect);
  const systems = new SystemService(store, authorizer, clock, settings.shifts);
  const mirror = new MirrorStore(knex);
  const groups = new GroupStore(knex);
  return {
    services: {
      systems,
      register: new RegisterService({
        ...{ register, appointer, systems: store, reader: systems },
        ...{ authorizer, catalog, clock, answers, ...heard },
      }),
      delegations: new DelegationService({
        ...needs,
        ...{ register, authorizer, catalog },
        delegations: new DelegationStore(knex),
      }),
      clock: new ClockService(clock),
      departments: new DepartmentService(groups, authorizer),
      projection,
    },
    directories: new DirectoryStore(knex, settings.timeZone),
    references: new KnownReferences(mirror, catalog),
    titlesOf: refs => groups.titles(refs),
    changes: register,
    announce,
    appointEffect: new AppointEffect({
      ...{ register, systems: store, appointer, catalog, clock, ...heard },
    }),
    catalogEntityEffect,
    mirror: new CatalogMirror({
      ...{ mirror, register, catalog, clock, logger, ...heard },
    }),
    resources: names => loadResources(store, clock, names),
  };
}

// The event only hurries the catalog's provider; when it is lost, the
// provider's own schedule makes up for it.
function announcer({ events, logger }: Platform): () => Promise<void> {
  return async () => {
    try {
      await events.publish({ topic: CATALOG_TOPIC, eventPayload: {} });
    } catch (error) {
      logger.warn(`The catalog hears of a change later: ${error}`);
    }
  };
}

async function loadResources(
  store: SystemStore,
  clock: Clock,
  names: string[],
): Promise<(SystemResource | undefined)[]> {
  const today = await clock.today();
  return Promise.all(
    names.map(async name => {
      const record = await store.get(name.toLowerCase(), 'all', today);
      return record && { ...record, superUsers: record.superUsers };
    }),
  );
}
