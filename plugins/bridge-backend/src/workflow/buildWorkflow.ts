import {
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { compile, Holidays } from '@techbridge/bridge-workflow';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { ItemCondition, itemResourceRef } from '../permissions/itemRules';
import { AssigneeKeeper } from './AssigneeKeeper';
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
import { hearEvent } from './effects/hearEvent';
import { TellLinkedEffect } from './effects/TellLinkedEffect';
import { tellOwner } from './effects/tellOwner';
import { WebhookEffect, WebhookSecrets } from './effects/WebhookEffect';
import {
  DirectoryReader,
  DraftEffect,
  EffectHandler,
  Projection,
  ReferenceChecker,
  RoleResolver,
} from './hooks';
import { ElectorateKeeper } from './ElectorateKeeper';
import { InboxService } from './InboxService';
import { InboxStore } from './InboxStore';
import { ItemCommandService } from './ItemCommandService';
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
import { TaskStore } from './TaskStore';
import { TimerStore } from './TimerStore';
import { TimerWorker } from './TimerWorker';
import { OperationsService } from './operations/OperationsService';
import { OperationsStore } from './operations/OperationsStore';
import { FileIntake } from './versions/FileIntake';
import { PlayService } from './versions/PlayService';
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
  effectHandlers: EffectHandler[];
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
export interface Workflow {
  services: WorkflowServices;
  versions: VersionService;
  plays: PlayService;
  operations: OperationsService;
  /** What boards have decided, for other rooms. */
  closedBoards: ClosedBoardService;
  /** Items on which boards vote, for other rooms. */
  boardItems: BoardItemService;
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
  const { clock, directories } = needs;
  const { platform } = needs;
  const authorizer = new Authorizer(
    platform.permissions,
    platform.permissionsRegistry,
    itemResourceRef,
  );
  const { definitions, versions } = buildDefinitions(needs, {
    store: stores.definitions,
    authorizer,
  });
  const presenter = new ItemPresenter({ ...stores, definitions });
  const base = { ...stores, clock, directories, definitions, presenter };
  const engine = buildEngine(needs, base);
  const items = new ItemService({ ...base, authorizer });
  const commands = new ItemCommandService({
    runner: engine.runner,
    items,
    authorizer,
    references: needs.references,
  });
  return {
    services: {
      items,
      commands,
      ballots: new BallotService({
        ...{ commands, closer: engine.closer, people: needs.people },
        ballots: stores.ballots,
        references: needs.references,
      }),
      inbox: new InboxService({ ...base, authorizer }),
      definitions,
    },
    versions,
    plays: new PlayService({ definitions }),
    operations: new OperationsService({
      store: new OperationsStore(needs.knex),
      references: needs.references,
      ...{ definitions, authorizer, clock, logger: platform.logger },
      wake: () => engine.worker.wake(),
    }),
    ...engine,
    closedBoards: new ClosedBoardService({ ...stores, items, definitions }),
    boardItems: new BoardItemService({ ...base, authorizer }),
    authorizer,
    queries: stores.queries,
    presenter,
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
  const holidayLists = [...holidays.keys()];
  const webhookOrigins = [...needs.webhooks.keys()];
  const surroundings = { holidayLists, webhookOrigins };
  const compiled = (yaml: string) => compile(yaml, surroundings);
  const definitions = new DefinitionService({
    ...{ ...base, clock, logger, files, holidays, compile: compiled },
    intake: new FileIntake({ store, clock, logger, sourceOfTruth }),
  });
  const versions = new VersionService({
    ...{ ...base, store, definitions, clock, compile: compiled },
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
    inbox: new InboxStore(knex, timeZone),
    ballots: new BallotStore(knex),
    boards: new BoardStore(knex),
    journal: new JournalStore(knex),
    links: new LinkStore(knex),
    chains: new ChainStore(knex),
    commands: new CommandStore(knex),
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
  const handlers = [
    new TellLinkedEffect({ runner, links: base.links }),
    new CommentEffect({ runner }),
    new WebhookEffect({ secrets: needs.webhooks }),
    new NotifyEffect({
      notifications: platform.notifications,
      texts: needs.texts,
      nameOf: needs.nameOf,
    }),
    ...needs.effectHandlers,
  ];
  return new OutboxWorker({
    ...{ outbox: base.outbox, handlers, logger: platform.logger },
    hear: (cause, name) => hearEvent(runner, cause.item.key, { name, cause }),
    tellOwner: effect => tellOwner(needs, base, effect),
  });
}

function buildEngine(needs: WorkflowNeeds, base: Base) {
  const { knex, people, projections, platform } = needs;
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
    isPaused: needs.isPaused,
  });
  wake.worker = worker;
  const { isPaused } = needs;
  const assignees = new AssigneeKeeper({
    ...base,
    electorates: new ElectorateKeeper({ ...base, runner, closer, logger }),
    logger,
    isPaused,
    committed,
  });
  return { runner, closer, worker, assignees };
}
