import { LoggerService } from '@backstage/backend-plugin-api';
import { differencesOf, Label, planFor } from '@techbridge/bridge-workflow';
import { Transaction } from '../ItemStore';
import { SYSTEM_ACTOR } from '../PersonStore';
import { VersionRecord, VersionStore } from '../versions/VersionStore';
import { MigrationStore } from './MigrationStore';

type Contents = Pick<VersionRecord, 'version' | 'definition'>;

/** The version that is put into force. */
type Target = Contents & Pick<VersionRecord, 'id' | 'hash' | 'at'>;

// Somewhat longer than a replica goes on with the version that it knows, so
// that what it begins on the one before is taken along, too.
const REPLICAS_LEARN_MS = 6_000;

const FOLLOWS: Label = {
  en: 'Another version has come into force meanwhile. It follows to that one by itself.',
  zh: '其间已有新版本生效，将自动迁移到新版本。',
};

/**
 * Takes open items along by itself where only words differ between their
 * version and the one that is put into force. Each older version has a
 * migration of its own, like one that a person begins.
 *
 * @internal
 */
export class PatchMigrations {
  constructor(
    private readonly parts: {
      versions: VersionStore;
      migrations: MigrationStore;
      logger: LoggerService;
    },
  ) {}

  /**
   * Begins them, to be carried on by the worker: in the transaction that puts
   * the version into force, so that each is begun once and none is forgotten.
   */
  async begin(trx: Transaction, to: Target): Promise<void> {
    const { versions, migrations } = this.parts;
    const running = await migrations.openItems(to.id, trx);
    for (const from of running.keys()) {
      const older =
        from < to.version && (await versions.find(to.id, from, trx));
      if (older && isPatch(older, to)) {
        await this.add(trx, from, to);
      }
    }
  }

  private async add(trx: Transaction, from: number, to: Target): Promise<void> {
    const { migrations, logger } = this.parts;
    const { id: workflow, version, hash, at } = to;
    const heldUntil = new Date(
      Date.parse(at) + REPLICAS_LEARN_MS,
    ).toISOString();
    const migration = {
      ...{ workflow, from, to: version, hash },
      ...{ startedBy: SYSTEM_ACTOR, startedAt: at },
    };
    const options = { heldUntil, connection: trx };
    // What goes on leads to a version that is out of force now.
    while ((await migrations.add(migration, options)) === undefined) {
      const other = await migrations.open(migration, trx);
      if (other !== undefined) {
        await migrations.stop(other, { why: FOLLOWS, at }, trx);
      }
    }
    logger.info(
      `Items of ${workflow} go from version ${from} to ${version} by themselves, because only words differ`,
    );
  }
}

/** A plan of its own asks for more than other words, so people carry it out. */
function isPatch(older: Contents, { definition }: Contents): boolean {
  const { states, data, ballots, timers } = planFor(definition, older.version);
  const isPlain =
    Object.keys({ ...states, ...data }).length === 0 &&
    ballots === 'finishOnOld' &&
    timers === 'keep';
  return (
    isPlain &&
    differencesOf(older.definition, definition).every(
      difference => difference.class === 'patch',
    )
  );
}
