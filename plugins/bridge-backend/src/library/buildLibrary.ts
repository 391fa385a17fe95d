import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Knex } from 'knex';
import { Clock } from '../database/Clock';
import { ProjectionSource } from '../registry/ProjectionService';
import { DraftEffect, EffectHandler, Projection } from '../workflow';
import { CaseCatalogService } from './CaseCatalogService';
import { CaseDocumentsService } from './CaseDocumentsService';
import { CaseDraftEffect } from './CaseDraftEffect';
import { CaseProjection } from './CaseProjection';
import { CaseService } from './CaseService';
import { CaseStore } from './CaseStore';
import { PublishCaseEffect } from './PublishCaseEffect';
import { RevisionStore } from './RevisionStore';
import { LibraryServices } from './routes';
import { SystemTitleStore } from './SystemTitleStore';
import { TechDocsGateway } from './TechDocsGateway';
import {
  CaseStarter,
  ChainReader,
  ItemGate,
  ItemReader,
  NumberedChanges,
  PersonNumbers,
} from './workItems';

/** What the library needs of the platform and of other rooms. @internal */
export interface LibraryNeeds {
  platform: {
    auth: AuthService;
    config: Config;
    discovery: DiscoveryService;
    logger: LoggerService;
  };
  knex: Knex;
  clock: Clock;
  people: PersonNumbers;
  changes: NumberedChanges;
  announce: () => Promise<void>;
}

/**
 * What workflow asks of the library. It stands before the room that carries
 * out commands, which is made with it.
 *
 * @internal
 */
export interface LibraryHooks {
  projection: Projection;
  draftEffect: DraftEffect;
  effectHandler: EffectHandler;
  /** For the catalog projection. */
  source: ProjectionSource;
}

/** Puts together what other rooms are made with. @internal */
export function buildLibraryHooks(
  { platform, knex, people, changes, announce }: LibraryNeeds,
  chains: ChainReader,
): LibraryHooks {
  const { auth, config, discovery, logger } = platform;
  const revisions = new RevisionStore();
  return {
    projection: new CaseProjection(revisions, people),
    draftEffect: new CaseDraftEffect(chains),
    effectHandler: new PublishCaseEffect({
      revisions,
      changes,
      announce,
      techDocs: new TechDocsGateway(auth, discovery),
      logger,
    }),
    source: new CaseCatalogService(
      new CaseStore(knex),
      config.getOptionalString('app.baseUrl')?.replace(/\/+$/, ''),
    ),
  };
}

/** Puts the room together, once items can be read and made. @internal */
export function buildLibrary(
  { knex, clock }: LibraryNeeds,
  items: { gate: ItemGate; reader: ItemReader; starter: CaseStarter },
): LibraryServices {
  const cases = new CaseStore(knex);
  const systems = new SystemTitleStore(knex);
  return {
    cases: new CaseService({ cases, systems, ...items }),
    documents: new CaseDocumentsService(cases, systems, clock),
  };
}
