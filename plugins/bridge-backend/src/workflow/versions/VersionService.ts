import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Compilation,
  differencesOf,
  settingsOf,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import {
  BridgeError,
  NewWorkflow,
  VersionStep,
  VersionStepInput,
  workflowManagePermission,
  workflowPublishPermission,
  WorkflowEdit,
  WorkflowPreview,
  WorkflowSettings,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../../database/Clock';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { checkReferences } from '../checkReferences';
import { DefinitionService } from '../DefinitionService';
import { ReferenceChecker } from '../hooks';
import { PatchMigrations } from '../migrations/PatchMigrations';
import { checkGroups } from './checkGroups';
import {
  isOpen,
  stepRefusal,
  stepsFor,
  VersionFacts,
  VersionStatus,
} from './publishing';
import { untried } from './untried';
import { VersionEdits } from './VersionEdits';
import { VersionNotices } from './VersionNotices';
import {
  KnownVersion,
  VersionEvent,
  VersionRecord,
  VersionStore,
} from './VersionStore';

/** Who works on a version. @internal */
export interface VersionCaller {
  person: string;
  credentials: BackstageCredentials;
}

/** Whoever did one of these with a version stands for it. */
const WORK = new Set(['created', 'edited', 'submit']);

const LEADS_TO: { [step in VersionStep]: VersionStatus } = {
  submit: 'inReview',
  return: 'draft',
  publish: 'published',
  discard: 'discarded',
};

/**
 * Versions of workflows from draft to force: settings, what they would change,
 * and the two people that a version needs.
 *
 * @internal
 */
export class VersionService {
  private readonly edits: VersionEdits;

  constructor(
    private readonly parts: {
      store: VersionStore;
      patches: PatchMigrations;
      definitions: DefinitionService;
      authorizer: Authorizer<ItemCondition>;
      references: ReferenceChecker;
      notices: VersionNotices;
      clock: Clock;
      compile: (yaml: string) => Promise<Compilation>;
      /** Whether workflows come from files alone. */
      filesDecide: boolean;
    },
  ) {
    const { references, compile } = parts;
    const record = this.record.bind(this);
    this.edits = new VersionEdits({ record, references, compile });
  }

  /** Workflows that are not in force yet, and are being worked on. */
  async listNew({ credentials }: VersionCaller): Promise<NewWorkflow[]> {
    await this.parts.definitions.allowReading(credentials);
    const records = await this.parts.store.neverInForce();
    return records.map(({ id, definition, version, status, at, madeBy }) => ({
      ...{ id, title: definition.title, version, status, at, madeBy },
    }));
  }

  /** What can be set of a version; without one, of that in force. */
  async settings(
    id: string,
    version: number | undefined,
    { credentials }: VersionCaller,
  ): Promise<WorkflowSettings> {
    await this.parts.definitions.allowReading(credentials);
    const record = await this.record(id, version);
    const { hash, definition } = record;
    const { authorizer, filesDecide } = this.parts;
    const mayEdit =
      !filesDecide &&
      (await authorizer.may(workflowManagePermission, credentials));
    const settings = settingsOf(definition);
    return { id, version: record.version, hash, mayEdit, settings };
  }

  /** What an edit would change, and what the compiler says to it. */
  async preview(
    id: string,
    edit: WorkflowEdit,
    { credentials }: VersionCaller,
  ): Promise<WorkflowPreview> {
    await this.parts.authorizer.require(workflowManagePermission, credentials);
    const { compile, store } = this.parts;
    const file = await this.edits.read(id, edit);
    const report = this.edits.report(id, file);
    const inForce = await store.inForce(id);
    if (!inForce) {
      return { against: 0, report, differences: [] };
    }
    const definition = await untried(file, inForce.definition, compile);
    const differences = await this.differences(inForce, definition);
    return { against: inForce.version, report, differences };
  }

  /** A version with all that is needed to decide about it. */
  async get(
    id: string,
    version: number,
    caller: VersionCaller,
  ): Promise<WorkflowVersionDetail> {
    await this.parts.definitions.allowReading(caller.credentials);
    return this.detail(await this.record(id, version), caller);
  }

  /**
   * Drafts the next version, or the first one of a new workflow.
   *
   * @throws BridgeError `draft-exists`, `workflow-refused`, `files-decide`,
   *   `version-unchanged`
   */
  async create(
    id: string,
    edit: WorkflowEdit,
    caller: VersionCaller,
  ): Promise<WorkflowVersionDetail> {
    await this.requireManager(caller);
    const { store, clock } = this.parts;
    const contents = await this.edits.readSound(id, edit);
    const inForce = await store.inForce(id);
    refuseTheSame(inForce, contents.hash);
    const at = await clock.moment();
    const basedOn = inForce?.version ?? null;
    const made = { id, at, basedOn, madeBy: caller.person };
    const version = await store.inTransaction(async trx => {
      const known = await store.known(id, trx);
      refuseOtherDrafts(inForce, known);
      const record = { ...contents, ...made, status: 'draft' as const };
      const number = await store.add(trx, record, known);
      if (number === undefined) {
        throw draftExists(known[0].version + 1);
      }
      const event = eventBy(caller, 'created', { ...contents, at });
      await store.note(trx, { id, version: number }, event);
      return number;
    });
    return this.detail(await this.record(id, version), caller);
  }

  /** Edits a draft. */
  async edit(
    id: string,
    version: number,
    { hash, edit }: { hash: string; edit: WorkflowEdit },
    caller: VersionCaller,
  ): Promise<WorkflowVersionDetail> {
    await this.requireManager(caller);
    const record = await this.record(id, version);
    this.refuse('edit', await this.facts(record, caller));
    const contents = await this.edits.readSound(id, edit);
    const { store, clock } = this.parts;
    const at = await clock.moment();
    await store.inTransaction(async trx => {
      const name = { id, version, hash };
      if (!(await store.edit(trx, name, { ...contents, at }))) {
        throw new BridgeError('version-changed', { params: { version } });
      }
      const event = eventBy(caller, 'edited', { ...contents, at });
      await store.note(trx, name, event);
    });
    return this.detail(await this.record(id, version), caller);
  }

  /**
   * Takes a step with a version.
   *
   * @throws BridgeError `version-step` when it cannot be taken, with the reason
   */
  async step(
    step: VersionStep,
    id: string,
    input: VersionStepInput & { version: number },
    caller: VersionCaller,
  ): Promise<WorkflowVersionDetail> {
    const { version, hash, comment, ask } = input;
    this.refuseWhereFilesDecide();
    const record = await this.record(id, version);
    const facts = await this.facts(record, caller);
    this.refuse(step, facts);
    if (record.hash !== hash) {
      throw new BridgeError('version-changed', { params: { version } });
    }
    const { store, clock, definitions, references, notices } = this.parts;
    await checkReferences(references, { ask }, '');
    if (step === 'submit' || step === 'publish') {
      await checkGroups(references, record.definition);
    }
    const at = await clock.moment();
    await store.inTransaction(async trx => {
      const to = { status: LEADS_TO[step], at };
      if (!(await store.move(trx, record, to))) {
        throw new BridgeError('version-changed', { params: { version } });
      }
      const event = eventBy(caller, step, { hash, at, comment });
      await store.note(trx, record, event);
      if (step === 'publish') {
        await this.parts.patches.begin(trx, { ...record, at });
      }
    });
    definitions.forget();
    const taken = { step, person: caller.person, ask };
    await notices.tell(record, taken, facts.history);
    return this.detail(await this.record(id, version), caller);
  }

  private refuse(step: VersionStep | 'edit', facts: VersionFacts): void {
    const why = stepRefusal(step, facts);
    if (why) {
      const params = { whyEn: why.en, whyZh: why.zh };
      throw new BridgeError('version-step', { params });
    }
  }

  private async requireManager({ credentials }: VersionCaller): Promise<void> {
    await this.parts.authorizer.require(workflowManagePermission, credentials);
    this.refuseWhereFilesDecide();
  }

  private refuseWhereFilesDecide(): void {
    if (this.parts.filesDecide) {
      throw new BridgeError('files-decide');
    }
  }

  private async record(id: string, version?: number): Promise<VersionRecord> {
    const { store } = this.parts;
    const isKept = version !== undefined;
    const record = isKept
      ? await store.find(id, version)
      : await store.inForce(id);
    if (record) {
      return record;
    }
    throw isKept
      ? new BridgeError('version-not-found', { params: { id, version } })
      : new BridgeError('workflow-not-found', { params: { id } });
  }

  private async differences(
    before: VersionRecord,
    after: WorkflowDefinition | undefined,
  ) {
    const occupied = await this.parts.store.occupied(before.id);
    return after ? differencesOf(before.definition, after, occupied) : [];
  }

  private async facts(
    { id, version, status }: VersionRecord,
    { person, credentials }: VersionCaller,
  ): Promise<VersionFacts & { history: VersionEvent[] }> {
    const { authorizer, store } = this.parts;
    const [history, mayManage, mayPublish] = await Promise.all([
      store.history(id, version),
      authorizer.may(workflowManagePermission, credentials),
      authorizer.may(workflowPublishPermission, credentials),
    ]);
    const isOwnWork = history.some(
      event => event.person === person && WORK.has(event.type),
    );
    return { status, isOwnWork, mayManage, mayPublish, history };
  }

  private async detail(
    record: VersionRecord,
    caller: VersionCaller,
  ): Promise<WorkflowVersionDetail> {
    const { id, version, basedOn, definition } = record;
    const { store, definitions, filesDecide } = this.parts;
    const [facts, base, isInUse] = await Promise.all([
      this.facts(record, caller),
      basedOn === null ? undefined : store.find(id, basedOn),
      definitions.isInUse(id, version),
    ]);
    const { hash, status, at, madeBy, yaml } = record;
    const isRetired = status === 'deprecated' && !isInUse;
    return {
      ...{ version, hash, at, madeBy, basedOn, yaml },
      title: definition.title,
      status: isRetired ? 'retired' : status,
      differences: base ? await this.differences(base, definition) : [],
      history: facts.history.map(({ hash: _, ...event }) => event),
      mayEdit: !filesDecide && !stepRefusal('edit', facts),
      steps: filesDecide ? [] : stepsFor(facts),
    };
  }
}

/** One draft at a time, and of what is in force. */
function refuseOtherDrafts(
  inForce: VersionRecord | undefined,
  known: KnownVersion[],
): void {
  const open = known.find(isOpen);
  if (open) {
    throw draftExists(open.version);
  }
  const now = known.find(({ status }) => status === 'published');
  if (now?.version !== inForce?.version) {
    const version = inForce?.version ?? now?.version ?? 1;
    throw new BridgeError('version-changed', { params: { version } });
  }
}

/** A version that changes nothing would only ask two people for their time. */
function refuseTheSame(inForce: VersionRecord | undefined, hash: string): void {
  if (inForce?.hash === hash) {
    const { version } = inForce;
    throw new BridgeError('version-unchanged', { params: { version } });
  }
}

function draftExists(version: number): BridgeError {
  return new BridgeError('draft-exists', { params: { version } });
}

function eventBy(
  { person }: VersionCaller,
  type: VersionEvent['type'],
  { hash, at, comment }: { hash: string; at: string; comment?: string },
): VersionEvent {
  return { type, person, hash, at, comment: comment ?? null };
}
