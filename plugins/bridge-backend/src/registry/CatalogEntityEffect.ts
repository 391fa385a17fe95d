import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EffectHandler, OutboxEffect } from '../workflow';
import { CatalogGateway } from './CatalogGateway';
import { ProjectionSource } from './ProjectionService';
import { RegisterStore } from './RegisterStore';
import { isWritten, writtenEntity, refuseForeign } from './writtenEntity';
import { WrittenEntity, WrittenEntityStore } from './WrittenEntityStore';

/** What writing into the catalog works with. @internal */
export interface CatalogEntityParts {
  written: WrittenEntityStore;
  register: RegisterStore;
  catalog: CatalogGateway;
  /** Says that the catalog projection changed; must not throw. */
  announce: () => Promise<void>;
}

/**
 * Writes an entity that the catalog shows, or takes one away again. What stands
 * in the catalog from elsewhere is left alone. It may run any number of times.
 *
 * @internal
 */
export class CatalogEntityEffect implements EffectHandler, ProjectionSource {
  readonly use = 'catalogEntity';

  constructor(private readonly parts: CatalogEntityParts) {}

  /** @throws Error when the catalog would not take it, or it is somebody else's */
  async handle(effect: OutboxEffect): Promise<void> {
    const { written, register, catalog, announce } = this.parts;
    const change = await changeOf(effect);
    const [standing] = await catalog.find([change.ref]);
    if (standing && !isWritten(standing)) {
      throw new Error(`${change.ref} stands in the catalog from elsewhere`);
    }
    await register.inTransaction((trx, sequence) =>
      written.put(trx, change, sequence),
    );
    await announce();
  }

  /** All of them, or those written after a number. */
  entities(after: number | undefined): Promise<Entity[]> {
    return this.parts.written.entities(after);
  }

  /** Those that were taken away after a number. */
  removed(after: number): Promise<string[]> {
    return this.parts.written.removed(after);
  }
}

async function changeOf(effect: OutboxEffect): Promise<WrittenEntity> {
  const { id: effectId, item, with: wish } = effect;
  if (wish.remove !== undefined) {
    const named = parseEntityRef(String(wish.remove));
    refuseForeign(named.kind, named.namespace);
    return { ref: stringifyEntityRef(named), effectId };
  }
  const entity = await writtenEntity(wish.entity, item.key);
  return { ref: stringifyEntityRef(entity), entity, effectId };
}
