import { Entity } from '@backstage/catalog-model';
import { CatalogProjection } from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { projectionEntities, projectionRefs } from './projectionEntities';
import { ProjectionStore } from './ProjectionStore';

/**
 * Something else that the catalog shows. Its changes are numbered like those
 * of the register, so that one cursor stands for both.
 *
 * @internal
 */
export interface ProjectionSource {
  /** All of it, or what changed after a number. */
  entities(after: number | undefined): Promise<Entity[]>;
  /** What is not to be shown any more since a number. */
  removed?(after: number): Promise<string[]>;
}

/**
 * What the catalog shows of the bridge, for the catalog's own provider.
 *
 * @internal
 */
export class ProjectionService {
  private readonly sources: ProjectionSource[] = [];

  constructor(
    private readonly store: ProjectionStore,
    private readonly clock: Clock,
  ) {}

  /** Has the catalog show more than systems and their teams. */
  add(source: ProjectionSource): void {
    this.sources.push(source);
  }

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
    const others = await Promise.all(
      this.sources.map(source => source.entities(since)),
    );
    const present = new Set(records.map(({ name }) => name));
    return {
      cursor: String(latest),
      full: names === undefined,
      entities: [...records.flatMap(projectionEntities), ...others.flat()],
      removed: [
        ...(names ?? [])
          .filter(name => !present.has(name))
          .flatMap(projectionRefs),
        ...(await this.removedSince(since)),
      ],
    };
  }

  private async removedSince(since: number | undefined): Promise<string[]> {
    const removed = await Promise.all(
      since === undefined
        ? []
        : this.sources.map(source => source.removed?.(since) ?? []),
    );
    return removed.flat();
  }
}
