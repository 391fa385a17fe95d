import { CatalogProjection } from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { projectionEntities, projectionRefs } from './projectionEntities';
import { ProjectionStore } from './ProjectionStore';

/**
 * What the catalog shows of the bridge, for the catalog's own provider.
 *
 * @internal
 */
export class ProjectionService {
  constructor(
    private readonly store: ProjectionStore,
    private readonly clock: Clock,
  ) {}

  /**
   * All of it, or what changed after a cursor. A cursor that cannot be read
   * gives all of it, which is always right.
   */
  async since(cursor: string | undefined): Promise<CatalogProjection> {
    const today = await this.clock.today();
    const since = /^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) : undefined;
    // The cursor first: what is written meanwhile is told once more, not lost.
    const latest = await this.store.latestChange();
    const names =
      since === undefined ? undefined : await this.store.changedAfter(since);
    const records = await this.store.records(names, today);
    const present = new Set(records.map(({ name }) => name));
    return {
      cursor: String(latest),
      full: names === undefined,
      entities: records.flatMap(projectionEntities),
      removed: (names ?? [])
        .filter(name => !present.has(name))
        .flatMap(projectionRefs),
    };
  }
}
