import {
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CompileOptions, Holidays } from '@techbridge/bridge-workflow';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { ItemAuthorizer } from '../permissions/ItemAuthorizer';
import { ItemCondition, itemResourceRef } from '../permissions/itemRules';
import { AssigneeKeeper } from './AssigneeKeeper';
import { AttachmentService } from './attachments/AttachmentService';
import { AttachmentStore } from './attachments/AttachmentStore';
import { BallotService } from './BallotService';
import { BallotStore } from './BallotStore';
import { BoardCloser } from './BoardCloser';
import { BoardItemService } from './BoardItemService';
import { BoardStore } from './BoardStore';
import { ChainStore } from './ChainStore';
import { ClosedBoardService } from './ClosedBoardService';
import { CommandRunner } from './CommandRunner';
import { CommandStore } from './CommandStore';
import { KeptAnswers } from './KeptAnswers';
import { DefinitionFile, DefinitionService } from './DefinitionService';
import { DefinitionStore } from './DefinitionStore';
import { createItemEffect } from './effects/createItemEffect';
import { NotificationTexts, NotifyEffect } from './effects/NotifyEffect';
import { CommentEffect } from './effects/CommentEffect';
import { EmptyBoardEffect } from './effects/EmptyBoardEffect';
import { hearEvent } from './effects/hearEvent';
import { FollowService } from './following/FollowService';
import { FollowStore } from './following/FollowStore';
import { MergeKeeper } from './following/MergeKeeper';
import { MergeService } from './following/MergeService';
import { MergeStore } from './following/MergeStore';
import { FollowingServices } from './following/routes';
import { TellWatchersEffect } from './following/TellWatchersEffect';
import { keepAnswer } from './effects/keepAnswer';
import { TellLinkedEffect } from './effects/TellLinkedEffect';
import { tellOwner } from './effects/tellOwner';
import { WebhookEffect, WebhookSecrets } from './effects/WebhookEffect';
import {
  DirectoryReader,
  DraftEffect,
  EffectHandler,
  LocalEffect,
  Projection,
  ReferenceChecker,
  RoleResolver,
} from './hooks';
import { ElectorateKeeper } from './ElectorateKeeper';
import { InboxService } from './InboxService';
import { InboxStore } from './InboxStore';
import { ItemCommandService } from './ItemCommandService';
import { ItemExtractService } from './ItemExtractService';
import { ItemPresenter } from './ItemPresenter';
import { ItemQueryStore } from './ItemQueryStore';
import { ItemService } from './ItemService';
import { ItemStore } from './ItemStore';
import { JournalStore } from './JournalStore';
import { LinkStore } from './LinkStore';
import { OutboxStore } from './OutboxStore';
import { OutboxWorker } from './OutboxWorker';
import { PersonStore } from './PersonStore';
import { WorkflowServices } from './routes';
import { PrivacyService } from './PrivacyService';
import { ReaderKeeper } from './ReaderKeeper';
import { ReaderStore } from './ReaderStore';
import { SavedFilterService } from './SavedFilterService';
import { SavedFilterStore } from './SavedFilterStore';
import { SimilarItemService } from './SimilarItemService';
import { SimilarItemStore } from './SimilarItemStore';
import { TaskStore } from './TaskStore';
import { TimerStore } from './TimerStore';
import { TimerWorker } from './TimerWorker';
import {
  buildMigrations,
  buildMigrationWorker,
  buildPatchMigrations,
} from './migrations/buildMigrations';
import { MigrationService } from './migrations/MigrationService';
import { buildOperations, OperationsParts } from './operations/buildOperations';
import { OperationsStore } from './operations/OperationsStore';
import { StuckFinder } from './operations/StuckFinder';
import { TellStuckEffect } from './operations/TellStuckEffect';
import { FileIntake } from './versions/FileIntake';
import { PlayService } from './versions/PlayService';
import { VersionCompiler } from './versions/VersionCompiler';
import { VersionNotices } from './versions/VersionNotices';
import { VersionService } from './versions/VersionService';
import { VersionStore } from './versions/VersionStore';
import { WorkflowWorker } from './WorkflowWorker';

/** What the engine room needs of the platform and of other rooms. @internal */
export interface WorkflowNeeds {
  platform: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    notifications: NotificationService;
    logger: LoggerService;
  };
  knex: Knex;
  clock: Clock;
  people: PersonStore;
  answers: KeptAnswers;
  directories: RoleResolver & DirectoryReader;
  references: ReferenceChecker;
  projections: Projection[];
  draftEffects: DraftEffect[];
  localEffects: LocalEffect[];
  effectHandlers: EffectHandler[];
  /** Effects and sources of roles that modules have added. */
  vocabulary: Pick<CompileOptions, 'effects' | 'roleSources'>;
  files: () => Promise<DefinitionFile[]>;
  /** Who alone decides about workflows, if it is one of them. */
  sourceOfTruth?: 'files' | 'pages';
  texts: NotificationTexts;
  /** Where webhooks may be sent to. */
  webhooks: WebhookSecrets;
  /** Lists of holidays, by id. */
  holidays: ReadonlyMap<string, Holidays>;
  nameOf: (ref: string) => Promise<string>;
  /** Hears which items have changed, after the commit. */
  changed: (keys: string[]) => void;
  /** While history is carried out, nothing goes on by itself. */
  isPaused: () => Promise<boolean>;
}

/** The engine room, put together. @internal */
export interface Workflow extends OperationsParts {
  services: WorkflowServices;
  versions: VersionService;
  plays: PlayService;
  migrations: MigrationService;
  attachments: AttachmentService;
  following: FollowingServices;
  /** What boards have decided, for other rooms. */
  closedBoards: ClosedBoardService;
  /** Items on which boards vote, for other rooms. */
  boardItems: BoardItemService;
  /** Many items at once, for other rooms. */
  extracts: ItemExtractService;
  worker: WorkflowWorker;
  assignees: AssigneeKeeper;
  runner: CommandRunner;
  closer: BoardCloser;
  authorizer: Authorizer<ItemCondition>;
  queries: ItemQueryStore;
  presenter: ItemPresenter;
}

/** Puts the room together. @internal */
export function buildWorkflow(needs: WorkflowNeeds): Workflow {
  const stores = buildStores(needs);
  const { clock, directories, platform } = needs;
  const authorizer = new ItemAuthorizer(
    platform.permissions,
    platform.permissionsRegistry,
    itemResourceRef,
  );
  const { definitions, versions } = buildDefinitions(needs, {
    store: stores.definitions,
    authorizer,
  });
  const plant = { timeZone: clock.timeZone, holidays: needs.holidays };
  const presenter = new ItemPresenter({ ...stores, definitions, plant });
  const base = { ...stores, clock, directories, definitions, presenter };
  const engine = buildEngine(needs, base);
  const finder = new StuckFinder({
    store: new OperationsStore(needs.knex),
    ...{ definitions, references: needs.references },
  });
  const items = new ItemService({ ...base, authorizer, finder });
  const commands = new ItemCommandService({
    runner: engine.runner,
    items,
    authorizer,
    references: needs.references,
    hasRoleSources: !!needs.vocabulary.roleSources?.length,
  });
  return {
    services: buildServices(needs, {
      ...{ ...base, authorizer, items, commands, closer: engine.closer },
    }),
    versions,
    plays: new PlayService({ definitions }),
    migrations: buildMigrations(needs, { ...base, authorizer }, () =>
      engine.worker.wake('all'),
    ),
    attachments: new AttachmentService({
      attachments: new AttachmentStore(needs.knex),
      ...{ items, commands, authorizer },
    }),
    following: buildFollowing(needs, stores.follows, commands),
    ...buildOperations({
      ...{ ...needs, ...base, authorizer, finder, items, commands },
      wake: () => engine.worker.wake(),
    }),
    ...engine,
    closedBoards: new ClosedBoardService({ ...stores, items, definitions }),
    boardItems: new BoardItemService({ ...base, authorizer }),
    extracts: new ItemExtractService({ ...base, items }),
    authorizer,
    queries: stores.queries,
    presenter,
  };
}

/** The services of the room's own routes. */
function buildServices(
  needs: WorkflowNeeds,
  base: Omit<Base, 'items' | 'commands'> &
    Pick<WorkflowServices, 'items' | 'commands'> & {
      authorizer: Authorizer<ItemCondition>;
      closer: BoardCloser;
    },
): WorkflowServices {
  const { items, commands, authorizer, closer, definitions } = base;
  return {
    items,
    commands,
    ballots: new BallotService({
      ...{ commands, closer, people: needs.people },
      ballots: base.ballots,
      references: needs.references,
    }),
    inbox: new InboxService({ ...base, authorizer }),
    filters: new SavedFilterService({
      ...{ filters: base.filters, people: needs.people, authorizer },
    }),
    similar: new SimilarItemService({ ...base, authorizer }),
    definitions,
  };
}

function buildFollowing(
  { people, references }: WorkflowNeeds,
  follows: FollowStore,
  commands: ItemCommandService,
): FollowingServices {
  return {
    follows: new FollowService({ commands, follows, people, references }),
    merges: new MergeService({ commands }),
    privacy: new PrivacyService({ commands }),
  };
}

function buildDefinitions(
  needs: WorkflowNeeds,
  base: {
    store: DefinitionStore;
    authorizer: Authorizer<ItemCondition>;
  },
) {
  const { platform, knex, clock, files, holidays, sourceOfTruth } = needs;
  const { logger, notifications } = platform;
  const store = new VersionStore(knex);
  const patches = buildPatchMigrations(needs, store);
  const holidayLists = [...holidays.keys()];
  const webhookOrigins = [...needs.webhooks.keys()];
  const { effects, roleSources } = needs.vocabulary;
  const surroundings = {
    ...{ holidayLists, webhookOrigins, effects, roleSources },
  };
  const compiler = new VersionCompiler(store, surroundings);
  const compiled = (yaml: string) => compiler.compile(yaml);
  const definitions = new DefinitionService({
    ...{ ...base, clock, logger, files, holidays, compile: compiled },
    vocabulary: needs.vocabulary,
    intake: new FileIntake({ store, patches, clock, logger, sourceOfTruth }),
  });
  const versions = new VersionService({
    ...{ ...base, store, patches, definitions, clock, compile: compiled },
    filesDecide: sourceOfTruth === 'files',
    references: needs.references,
    notices: new VersionNotices({
      ...{ notifications, logger, nameOf: needs.nameOf },
    }),
  });
  return { definitions, versions };
}

function buildStores({ knex, clock }: WorkflowNeeds) {
  const { timeZone } = clock;
  return {
    definitions: new DefinitionStore(knex),
    items: new ItemStore(knex),
    queries: new ItemQueryStore(knex, timeZone),
    similar: new SimilarItemStore(knex, timeZone),
    filters: new SavedFilterStore(knex),
    inbox: new InboxStore(knex, timeZone),
    ballots: new BallotStore(knex),
    boards: new BoardStore(knex),
    journal: new JournalStore(knex),
    links: new LinkStore(knex),
    follows: new FollowStore(knex),
    chains: new ChainStore(knex),
    commands: new CommandStore(knex),
    readers: new ReaderStore(knex),
    tasks: new TaskStore(knex),
    timers: new TimerStore(knex),
    outbox: new OutboxStore(knex),
  };
}

type Base = Omit<ReturnType<typeof buildStores>, 'definitions'> & {
  definitions: DefinitionService;
  presenter: ItemPresenter;
  directories: RoleResolver & DirectoryReader;
  clock: Clock;
};

function buildOutbox(
  needs: WorkflowNeeds,
  base: Base,
  runner: CommandRunner,
): OutboxWorker {
  const { platform } = needs;
  const notify = new NotifyEffect({
    notifications: platform.notifications,
    texts: needs.texts,
    readers: base.readers,
    nameOf: needs.nameOf,
  });
  const owner = { ...base, notifications: platform.notifications };
  const handlers = [
    notify,
    new TellWatchersEffect({ ...base, notify }),
    new EmptyBoardEffect(owner),
    new TellStuckEffect({
      definitions: base.definitions,
      notifications: platform.notifications,
    }),
    new TellLinkedEffect({ runner, links: base.links }),
    new CommentEffect({ runner }),
    new WebhookEffect({ secrets: needs.webhooks }),
    ...needs.effectHandlers,
  ];
  return new OutboxWorker({
    ...{ outbox: base.outbox, handlers, logger: platform.logger },
    keep: (effect, answer) => keepAnswer(runner, effect, answer),
    hear: (cause, name) => hearEvent(runner, cause.item.key, { name, cause }),
    tellOwner: effect => tellOwner(owner, effect),
  });
}

function buildEngine(needs: WorkflowNeeds, base: Base) {
  const { knex, people, projections, platform, isPaused } = needs;
  const { logger } = platform;
  const wake: { worker?: WorkflowWorker } = {};
  const committed = (keys: string[], leavesWork: boolean) => {
    needs.changed(keys);
    if (leavesWork) {
      wake.worker?.wake();
    }
  };
  const runner = new CommandRunner({
    ...base,
    people,
    merges: new MergeKeeper({ ...base, merges: new MergeStore() }),
    answers: needs.answers,
    holidays: needs.holidays,
    projections,
    roles: base.directories,
    draftEffects: new Map(
      [createItemEffect, ...needs.draftEffects].map(effect => [
        effect.use,
        effect,
      ]),
    ),
    localEffects: new Map(needs.localEffects.map(one => [one.use, one])),
    committed,
  });
  const open = (key: string) => base.items.load(knex, key);
  const closer = new BoardCloser({ ...base, runner, open, logger });
  const timers = new TimerWorker({
    ...{ timers: base.timers, runner, closer, logger },
    open: id => base.items.loadById(knex, id),
  });
  const outbox = buildOutbox(needs, base, runner);
  const worker = new WorkflowWorker({
    ...{ timers, outbox, closer, logger },
    ...{ ballots: base.ballots, commands: base.commands },
    ...{ items: base.items, clock: base.clock },
    migrations: buildMigrationWorker(needs, base, { runner, closer }),
    isPaused,
  });
  wake.worker = worker;
  const assignees = new AssigneeKeeper({
    ...base,
    readership: new ReaderKeeper(base),
    electorates: new ElectorateKeeper({ ...base, runner, closer, logger }),
    logger,
    isPaused,
    committed,
  });
  return { runner, closer, worker, assignees };
}
