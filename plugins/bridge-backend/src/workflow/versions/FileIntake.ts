import { LoggerService } from '@backstage/backend-plugin-api';
import { WorkflowDefinition } from '@techbridge/bridge-workflow';
import { Clock } from '../../database/Clock';
import { Transaction } from '../ItemStore';
import { canonicalJson, sha256 } from '../journalChain';
import { PatchMigrations } from '../migrations/PatchMigrations';
import { isOpen } from './publishing';
import { KnownVersion, VersionRecord, VersionStore } from './VersionStore';

/** What became of a file: nothing where it was known. @internal */
export interface Intake {
  status: 'published' | 'draft';
  id: string;
  version: number;
}

/**
 * Takes definitions from files. The first version of a workflow is in force at
 * once. A later one is a draft, for two people to decide about, unless the
 * files are the source of truth; what was known once is not taken again, so
 * that edits on the pages are never overwritten.
 *
 * @internal
 */
export class FileIntake {
  constructor(
    private readonly parts: {
      store: VersionStore;
      patches: PatchMigrations;
      clock: Clock;
      logger: LoggerService;
      /** Who alone decides, if it is one of them. */
      sourceOfTruth?: 'files' | 'pages';
    },
  ) {}

  /** @returns undefined when there is nothing new in it */
  async take(
    definition: WorkflowDefinition,
    yaml: string,
  ): Promise<Intake | undefined> {
    const { store, clock } = this.parts;
    const { id } = definition;
    const hash = sha256(canonicalJson(definition));
    const at = await clock.moment();
    return store.inTransaction(async trx => {
      const known = await store.known(id, trx);
      const status = await this.statusFor({ id, hash }, known, trx);
      if (!status) {
        return undefined;
      }
      const basedOn = inForce(known)?.version ?? null;
      const next = { id, hash, definition, yaml, basedOn, status, at };
      const version = await this.add(trx, next, known);
      return version === undefined ? undefined : { status, id, version };
    });
  }

  private async statusFor(
    { id, hash }: { id: string; hash: string },
    known: KnownVersion[],
    trx: Transaction,
  ): Promise<Intake['status'] | undefined> {
    const { store, sourceOfTruth } = this.parts;
    const current = inForce(known);
    if (current?.hash === hash) {
      return undefined;
    }
    if (!current || sourceOfTruth === 'files') {
      return 'published';
    }
    const isFollowed =
      sourceOfTruth === undefined &&
      !(await store.isOfPeople({ id, version: current.version }, trx));
    const isNews =
      isFollowed ||
      !(
        known.some(one => one.hash === hash) ||
        (await store.hasBeen(id, hash, trx))
      );
    if (!isNews || this.isBusy(id, known)) {
      return undefined;
    }
    return isFollowed ? 'published' : 'draft';
  }

  // One draft at a time; the file is looked at again at the next start.
  private isBusy(id: string, known: KnownVersion[]): boolean {
    const busy = known.some(isOpen);
    if (busy) {
      this.parts.logger.warn(
        `The file of the workflow “${id}” has changed, but a draft of it is being worked on. It is read again once that is in force or discarded.`,
      );
    }
    return busy;
  }

  private async add(
    trx: Transaction,
    next: Omit<VersionRecord, 'version' | 'madeBy'>,
    known: KnownVersion[],
  ): Promise<number | undefined> {
    const { store, patches } = this.parts;
    const { id, hash, status, at } = next;
    const version = await store.add(trx, { ...next, madeBy: null }, known);
    if (version !== undefined) {
      if (status === 'published') {
        await store.retireBefore(trx, { id, version });
        await patches.begin(trx, { ...next, version });
      }
      const type = status === 'draft' ? 'created' : 'publish';
      const event = { type, person: null, hash, comment: null, at } as const;
      await store.note(trx, { id, version }, event);
    }
    return version;
  }
}

function inForce(known: KnownVersion[]): KnownVersion | undefined {
  return known.find(({ status }) => status === 'published');
}
