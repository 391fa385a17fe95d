import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  Compilation,
  CompileOptions,
  EFFECTS,
  Holidays,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import {
  BridgeError,
  itemReadPermission,
  Workflow,
  workflowManagePermission,
  WorkflowReport,
  WorkflowVersion,
  WorkflowVocabulary,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { ItemCondition } from '../permissions/itemRules';
import { DefinitionStore, FullDefinition } from './DefinitionStore';
import { Transaction } from './ItemStore';
import { presentWorkflow } from './presentWorkflow';
import { HOLIDAYS_FILE, lastDayOf } from './readHolidays';
import { FileIntake } from './versions/FileIntake';
import { reportOf } from './versions/reportOf';

/** A file of a definition. @internal */
export interface DefinitionFile {
  file: string;
  yaml: string;
}

/** What became of reading a folder of definitions. @internal */
export interface Reload {
  changed: { id: string; version: number }[];
  /** Versions that two people have to put into force. */
  drafts: { id: string; version: number }[];
  refused: { file: string; report: WorkflowReport }[];
}

const WARN_BEFORE_DAYS = 60;
const FRESH_FOR_MS = 5_000;

/**
 * The workflows: which version is in force, and every version that an item
 * still runs on.
 *
 * @internal
 */
export class DefinitionService {
  // A version never changes, so what was read once stays good.
  private readonly versions = new Map<string, WorkflowDefinition>();
  private current?: { at: number; all: Map<string, FullDefinition> };

  constructor(
    private readonly parts: {
      store: DefinitionStore;
      clock: Clock;
      authorizer: Authorizer<ItemCondition>;
      logger: LoggerService;
      /** Reads the folders of definitions. */
      files: () => Promise<DefinitionFile[]>;
      /** Lists of holidays, by id. */
      holidays: ReadonlyMap<string, Holidays>;
      intake: FileIntake;
      /** What modules add to the words of files. */
      vocabulary: Pick<CompileOptions, 'effects' | 'roleSources'>;
      compile: (yaml: string) => Promise<Compilation>;
    },
  ) {}

  /**
   * The version that new items get.
   *
   * @param trx - the transaction that asks: on SQLite nobody else may
   * @throws BridgeError `workflow-not-found`
   */
  async inForce(id: string, trx?: Transaction): Promise<FullDefinition> {
    const all = await this.all(trx);
    const found = all.get(id);
    if (!found) {
      throw new BridgeError('workflow-not-found', { params: { id } });
    }
    return found;
  }

  /**
   * The version that an item runs on.
   *
   * @throws BridgeError `workflow-not-found`
   */
  async version(
    id: string,
    version: number,
    trx?: Transaction,
  ): Promise<WorkflowDefinition> {
    const key = keyOf(id, version);
    const known = this.versions.get(key);
    if (known) {
      return known;
    }
    const stored = await this.parts.store.get(id, version, trx);
    if (!stored) {
      throw new BridgeError('workflow-not-found', { params: { id } });
    }
    this.versions.set(key, stored.definition);
    return stored.definition;
  }

  /** A version with the hash that names it. */
  async pinned(id: string, version: number): Promise<FullDefinition> {
    const stored = await this.parts.store.get(id, version);
    if (!stored) {
      throw new BridgeError('workflow-not-found', { params: { id } });
    }
    return stored;
  }

  /** The effects and the sources of roles that files may use. */
  async vocabulary(caller: BackstageCredentials): Promise<WorkflowVocabulary> {
    await this.allowReading(caller);
    const { effects = [], roleSources = [] } = this.parts.vocabulary;
    return {
      effects: [...EFFECTS, ...effects].map(
        ({ use, title, schema, answers = false }) => ({
          ...{ use, title, schema, answers },
        }),
      ),
      roleSources: roleSources.map(({ source, title, schema }) => ({
        ...{ source, title, schema },
      })),
    };
  }

  /** The workflows in force, as pages need them. */
  async list(caller: BackstageCredentials): Promise<Workflow[]> {
    await this.allowReading(caller);
    return this.presented();
  }

  /** The same, for somebody who is known to be allowed to read them. */
  async presented(): Promise<Workflow[]> {
    const all = await this.all();
    return [...all.values()].map(presentWorkflow);
  }

  /** One workflow as pages need it; without a version the one in force. */
  async get(
    id: string,
    version: number | undefined,
    caller: BackstageCredentials,
  ): Promise<Workflow> {
    await this.allowReading(caller);
    const found =
      version === undefined
        ? await this.inForce(id)
        : await this.parts.store.get(id, version);
    if (!found) {
      throw new BridgeError('workflow-not-found', { params: { id } });
    }
    return presentWorkflow(found);
  }

  /** The versions of a workflow, newest first. */
  async history(
    id: string,
    { limit, after }: { limit: number; after?: string[] },
    caller: BackstageCredentials,
  ) {
    await this.allowReading(caller);
    await this.inForce(id);
    const { store } = this.parts;
    const before = after ? Number(after[0]) : undefined;
    const [rows, total] = await Promise.all([
      store.versions(id, { limit: limit + 1, before }),
      store.countVersions(id),
    ]);
    const shown = rows.slice(0, limit);
    const inUse = await store.inUse(
      id,
      shown.map(({ version }) => version),
    );
    const items = shown.map(({ id: _, ...row }): WorkflowVersion => {
      const isRetired = row.status === 'deprecated' && !inUse.has(row.version);
      return { ...row, status: isRetired ? 'retired' : row.status };
    });
    const next = rows.length > limit && [String(items.at(-1)?.version)];
    return { items, total, ...(next && { next }) };
  }

  /** Whether open items run on a version. */
  async isInUse(id: string, version: number): Promise<boolean> {
    return (await this.parts.store.inUse(id, [version])).has(version);
  }

  /** Compiles a text and says what is wrong with it. */
  async validate(
    yaml: string,
    caller: BackstageCredentials,
  ): Promise<WorkflowReport> {
    await this.parts.authorizer.require(workflowManagePermission, caller);
    return reportOf(await this.parts.compile(yaml));
  }

  /** Reads the folders again on behalf of somebody. */
  async reloadFor(caller: BackstageCredentials): Promise<Reload> {
    await this.parts.authorizer.require(workflowManagePermission, caller);
    return this.reload();
  }

  /**
   * Reads the folders again. A file that has changed becomes a draft, or the
   * next version where files decide; one with mistakes is refused and the old
   * version stays in force. Items keep the version that they run on, unless
   * only words differ.
   */
  async reload(): Promise<Reload> {
    const result: Reload = { changed: [], drafts: [], refused: [] };
    for (const { file, yaml } of await this.parts.files()) {
      const compilation = await this.parts.compile(yaml);
      if (compilation.definition && reportOf(compilation).ok) {
        await this.warnOfEnd(compilation.definition);
        const { definition } = compilation;
        const taken = await this.parts.intake.take(definition, yaml);
        if (taken) {
          const { status, id, version } = taken;
          const list = status === 'draft' ? result.drafts : result.changed;
          list.push({ id, version });
        }
      } else {
        result.refused.push({ file, report: reportOf(compilation) });
        this.complain(file, compilation);
      }
    }
    this.forget();
    return result;
  }

  /** The workflows in force of which a module names people. */
  async withRoleSources(): Promise<string[]> {
    const all = [...(await this.all()).values()];
    return all
      .filter(({ definition: { roles } }) =>
        Object.values(roles).some(
          ({ from }) => typeof from === 'object' && 'custom' in from,
        ),
      )
      .map(({ id }) => id);
  }

  /** Looks again which versions are in force. */
  forget(): void {
    this.current = undefined;
  }

  /** Whoever may see some item may know how items go. */
  async allowReading(caller: BackstageCredentials): Promise<void> {
    await this.parts.authorizer.filterFor(itemReadPermission, caller);
  }

  // After its last day a list says nothing, and nobody would notice.
  private async warnOfEnd({ id, calendar }: WorkflowDefinition): Promise<void> {
    const { holidays, clock, logger } = this.parts;
    const list = calendar?.holidays;
    const last = lastDayOf(holidays.get(list ?? ''));
    const soon = (await clock.now()).plus({ days: WARN_BEFORE_DAYS });
    if (list !== undefined && last < (soon.toISODate() ?? '')) {
      logger.warn(
        `The workflow “${id}” counts with the holidays “${list}”, which are known up to ${
          last || 'no day'
        }. Add those that follow to ${HOLIDAYS_FILE}.`,
      );
    }
  }

  private complain(file: string, { problems }: Compilation): void {
    for (const { severity, line, path, message } of problems) {
      if (severity === 'error') {
        this.parts.logger.error(
          `${file}:${line} ${path}: ${message.en} The version in force stays.`,
        );
      }
    }
  }

  private async all(trx?: Transaction): Promise<Map<string, FullDefinition>> {
    const known = this.current;
    if (known && Date.now() - known.at < FRESH_FOR_MS) {
      return known.all;
    }
    const rows = await this.parts.store.inForce(trx);
    const all = new Map(rows.map(row => [row.id, row]));
    for (const { id, version, definition } of rows) {
      this.versions.set(keyOf(id, version), definition);
    }
    this.current = { at: Date.now(), all };
    return all;
  }
}

function keyOf(id: string, version: number): string {
  return `${id}@${version}`;
}
