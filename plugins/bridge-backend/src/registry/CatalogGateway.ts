import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_TITLE_EN,
  ANNOTATION_TITLE_ZH,
  Title,
} from '@techbridge/plugin-bridge-common';

const TITLE_FIELDS = ['kind', 'metadata', 'spec.type', 'spec.profile'];

/**
 * Asks the catalog about people, groups and systems, as the bridge itself.
 *
 * @internal
 */
export class CatalogGateway {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  /** The entities of these references; undefined where there is none. */
  async find(
    entityRefs: string[],
    fields = TITLE_FIELDS,
  ): Promise<(Entity | undefined)[]> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs, fields },
      { credentials },
    );
    return items;
  }

  /** All entities that match, page by page. */
  async all(
    filter: Record<string, string>,
    fields: string[],
  ): Promise<Entity[]> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    for await (const page of this.catalog.streamEntities(
      { filter, fields },
      { credentials },
    )) {
      entities.push(...page);
    }
    return entities;
  }
}

/** The title of an entity in both languages, as good as it gives them. @internal */
export function titleOf(entity: Entity): Title {
  const annotations = entity.metadata.annotations ?? {};
  const shown = displayName(entity);
  return {
    en: (annotations[ANNOTATION_TITLE_EN] ?? shown).slice(0, 120),
    zh: (annotations[ANNOTATION_TITLE_ZH] ?? shown).slice(0, 120),
  };
}

/** The name under which people know an entity. @internal */
export function displayName(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return (
    entity.metadata.title ??
    profile?.displayName ??
    entity.metadata.name
  ).slice(0, 200);
}

/** A reference as the bridge stores it: full and in lower case. @internal */
export function storedRef(
  reference: string,
  defaultKind: string,
  defaultNamespace = 'default',
): string {
  return stringifyEntityRef(
    parseEntityRef(reference, { defaultKind, defaultNamespace }),
  );
}
