import { Entity } from '@backstage/catalog-model';
import { ProjectionSource } from '../registry/ProjectionService';
import { caseEntity } from './caseEntity';
import { CaseStore } from './CaseStore';

/**
 * The part of the catalog projection that shows published cases.
 *
 * @internal
 */
export class CaseCatalogService implements ProjectionSource {
  constructor(
    private readonly cases: CaseStore,
    private readonly appBaseUrl: string | undefined,
  ) {}

  /** Published cases: all of them, or those published after a number. */
  async entities(after: number | undefined): Promise<Entity[]> {
    const published = await this.cases.published({ after });
    return published.map(one => caseEntity(one, this.appBaseUrl));
  }
}
