import { LoggerService } from '@backstage/backend-plugin-api';
import { EffectHandler, OutboxEffect } from '../workflow';
import { RevisionStore } from './RevisionStore';
import { TechDocsGateway } from './TechDocsGateway';
import { NumberedChanges } from './workItems';

/** What publishing works with. @internal */
export interface PublishingParts {
  revisions: RevisionStore;
  changes: NumberedChanges;
  /** Says that the catalog projection changed; must not throw. */
  announce: () => Promise<void>;
  techDocs: Pick<TechDocsGateway, 'prebuild'>;
  logger: LoggerService;
}

// The catalog needs some seconds to show a new case, and TechDocs builds only
// what the catalog shows. Whoever reads it first would wait, nothing more.
const PREBUILD_TRIES = 5;

/**
 * Brings a reviewed case to its readers: the revision that was reviewed, the
 * catalog, and its pages in TechDocs. It may run any number of times.
 *
 * @internal
 */
export class PublishCaseEffect implements EffectHandler {
  readonly use = 'publishCase';

  constructor(private readonly parts: PublishingParts) {}

  /** Throws while the pages could not be built, a few times at most. */
  async handle(effect: OutboxEffect): Promise<void> {
    const { changes, revisions, announce, logger } = this.parts;
    const id = effect.item.key.toLowerCase();
    const found = await changes.inTransaction((trx, change) =>
      revisions.publish(trx, id, effect.at, change),
    );
    if (!found) {
      logger.warn(`${effect.item.key} is to be published and is no case`);
      return;
    }
    await announce();
    if (!effect.recorded) {
      await this.prebuild(id, effect.attempts);
    }
  }

  private async prebuild(id: string, attempts: number): Promise<void> {
    const { techDocs, logger } = this.parts;
    try {
      await techDocs.prebuild(id);
    } catch (error) {
      if (attempts < PREBUILD_TRIES) {
        throw error;
      }
      logger.warn(`The first reader of ${id} builds its pages: ${error}`);
    }
  }
}
