import { BridgeError, CaseDocuments } from '@techbridge/plugin-bridge-common';
import { DateTime } from 'luxon';
import { Clock } from '../database/Clock';
import { caseDocuments } from './caseDocuments';
import { CaseStore } from './CaseStore';
import { SystemTitleStore } from './SystemTitleStore';

/**
 * Hands published cases to TechDocs.
 *
 * @internal
 */
export class CaseDocumentsService {
  constructor(
    private readonly cases: CaseStore,
    private readonly systems: SystemTitleStore,
    private readonly clock: Clock,
  ) {}

  /**
   * The documents of a published case; their `etag` is its revision.
   *
   * @throws BridgeError `case-not-found`, also when it is not published
   */
  async documents(id: string): Promise<CaseDocuments> {
    const [published] = await this.cases.published({ id });
    if (!published) {
      throw new BridgeError('case-not-found', { params: { id } });
    }
    const titles = await this.systems.titles(published.systems);
    const day = DateTime.fromISO(published.publishedAt, {
      zone: this.clock.timeZone,
    });
    return caseDocuments(published, titles, day.toISODate() ?? '');
  }
}
