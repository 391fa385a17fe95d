import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Clock } from './database/Clock';
import { isDemoLoaded } from './demo/isDemoLoaded';
import { ItemExportService } from './exports/ItemExportService';
import { ExportServices } from './exports/routes';
import { TitleStore } from './exports/TitleStore';
import { CustomDirectories } from './extensions/CustomDirectories';
import { OwnEffect } from './extensions/OwnEffect';
import {
  buildLibrary,
  buildLibraryHooks,
  LibraryHooks,
  LibraryNeeds,
} from './library/buildLibrary';
import { LibraryServices } from './library/routes';
import { ItemAuthorizer } from './permissions/ItemAuthorizer';
import { itemResourceRef } from './permissions/itemRules';
import { Platform } from './platform';
import { BridgeSettings } from './readSettings';
import { buildRecognition } from './recognition/buildRecognition';
import { RecognitionServices } from './recognition/routes';
import { buildRegistry, Registry } from './registry/buildRegistry';
import { DecisionService } from './review/DecisionService';
import { buildMeetings, MeetingNeeds } from './review/meetings/buildMeetings';
import { MeetingServices } from './review/meetings/routes';
import { ReviewServices } from './review/routes';
import { ScaffolderGateway } from './scaffolder/ScaffolderGateway';
import { ScaffolderTaskEffect } from './scaffolder/ScaffolderTaskEffect';
import { buildWorkflow, Workflow } from './workflow/buildWorkflow';
import { CommandStore } from './workflow/CommandStore';
import { KeptAnswers } from './workflow/KeptAnswers';
import { libraryItems } from './workflow/libraryItems';
import { ChainStore } from './workflow/ChainStore';
import { PersonStore } from './workflow/PersonStore';
import { plantHolidays, readHolidays } from './workflow/readHolidays';
import {
  readDefinitionFiles,
  readNotificationTexts,
} from './workflow/readDefinitionFiles';

/** All rooms of the plugin. @internal */
export interface Rooms {
  registry: Registry;
  workflow: Workflow;
  library: LibraryServices;
  recognition: RecognitionServices;
  review: ReviewServices;
  meetings: MeetingServices;
  exports: ExportServices;
}

/** Puts the rooms together; each knows only what it is handed. @internal */
export async function buildRooms(
  platform: Platform,
  settings: BridgeSettings,
  knex: Knex,
  clock: Clock,
): Promise<Rooms> {
  const people = new PersonStore(knex);
  const nameOf = (ref: string) => people.name(ref);
  const answers = new KeptAnswers(new CommandStore(knex), people);
  const built: { workflow?: Workflow } = {};
  const registry = buildRegistry(platform, {
    ...{ settings, knex, clock, answers },
    responsibleChanged: async system =>
      built.workflow?.assignees.follow(system ? { system } : {}),
    absenceChanged: async waitsFor =>
      built.workflow?.assignees.follow({ waitsFor }),
    seesItem: async (key, caller) =>
      built.workflow?.services.items.sees(key, caller) ?? false,
  });
  const { changes, announce } = registry;
  const needs = { platform, knex, clock, people, changes, announce };
  const hooks = buildLibraryHooks(needs, new ChainStore(knex));
  const gate = gateOf(platform);
  const recognition = buildRecognition({ gate, knex, clock, people });
  registry.services.projection.add(hooks.source);
  const folders = [shippedWorkflows(), ...settings.workflowFolders];
  const holidays = await readHolidays(folders);
  const workflow = buildWorkflow({
    ...{ platform, knex, clock, people, answers },
    directories: directoriesWith(platform, registry),
    references: registry.references,
    projections: [recognition.projection, hooks.projection],
    ...effectsOf(platform, registry, hooks),
    files: () => readDefinitionFiles(folders),
    sourceOfTruth: settings.sourceOfTruth,
    webhooks: settings.webhooks,
    texts: await readNotificationTexts(folders),
    holidays,
    nameOf,
    changed: keys => wakeBrowsers(platform, keys),
    isPaused: async () =>
      settings.demoFolder !== undefined && !(await isDemoLoaded(knex)),
  });
  built.workflow = workflow;
  return {
    registry,
    workflow,
    library: openLibrary(needs, workflow),
    recognition: recognition.services,
    exports: openExports({ knex, clock, extracts: workflow.extracts }),
    ...openReview(platform, {
      ...{ ...registry, ...workflow, knex, clock, answers, nameOf },
      holidays: plantHolidays(holidays, settings.holidays),
    }),
  };
}

function directoriesWith(
  { extensions, logger }: Platform,
  { directories }: Registry,
) {
  const { roleSources: sources } = extensions;
  return new CustomDirectories({ directories, sources, logger });
}

function effectsOf(
  { auth, discovery, extensions }: Platform,
  { appointEffect, catalogEntityEffect }: Registry,
  { draftEffect, effectHandler }: LibraryHooks,
) {
  return {
    draftEffects: [draftEffect],
    localEffects: [appointEffect],
    effectHandlers: [
      effectHandler,
      appointEffect,
      catalogEntityEffect,
      new ScaffolderTaskEffect(new ScaffolderGateway(auth, discovery)),
      ...extensions.effects.map(handler => new OwnEffect(handler)),
    ],
    vocabulary: extensions,
  };
}

function openReview(
  platform: Platform,
  needs: MeetingNeeds & Pick<Workflow, 'closedBoards'>,
): Pick<Rooms, 'review' | 'meetings'> {
  const { closedBoards: boards, nameOf, clock } = needs;
  const { timeZone } = clock;
  const services = buildMeetings(platform, needs);
  const meetings = services.itemMeetings;
  const parts = { boards, meetings, nameOf, timeZone };
  return {
    review: { decisions: new DecisionService(parts) },
    meetings: services,
  };
}

function gateOf({ permissions, permissionsRegistry }: Platform) {
  return new ItemAuthorizer(permissions, permissionsRegistry, itemResourceRef);
}

function openExports(
  needs: { knex: Knex; clock: Clock } & Pick<Workflow, 'extracts'>,
): ExportServices {
  const titles = new TitleStore(needs.knex);
  return { itemExports: new ItemExportService({ ...needs, titles }) };
}

function openLibrary(needs: LibraryNeeds, workflow: Workflow) {
  return buildLibrary(needs, libraryItems(workflow, needs.clock));
}

function shippedWorkflows(): string {
  return resolvePackagePath('@techbridge/plugin-bridge-backend', 'workflows');
}

// Signals only wake browsers up; they ask for the state themselves.
function wakeBrowsers({ signals, logger }: Platform, keys: string[]): void {
  for (const key of keys) {
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: `bridge:item:${key}`,
        message: { key },
      })
      .catch(error => logger.debug(`Browsers hear of ${key} later: ${error}`));
  }
}
