import { z } from 'zod';

/** The topic on which the bridge says that its catalog projection changed. @public */
export const CATALOG_TOPIC = 'bridge.catalog';

/** The relation from a system to the people who answer for it. @public */
export const RELATION_HAS_SUPER_USER = 'hasSuperUser';

/** The relation from a person to the systems that they answer for. @public */
export const RELATION_SUPER_USER_OF = 'superUserOf';

/** The `spec.type` of a System that the bridge looks after. @public */
export const ENTERPRISE_SYSTEM_TYPE = 'enterprise-system';

/** The `spec.type` of the Group that holds the super users of a system. @public */
export const SUPER_USERS_TYPE = 'super-users';

/** Names the system of a super-user team. @public */
export const ANNOTATION_SYSTEM = 'techbridge.io/system';

/** Names the person who leads a group, as a reference to a User. @public */
export const ANNOTATION_HEAD = 'techbridge.io/head';

/** The Chinese part of a bilingual title. @public */
export const ANNOTATION_TITLE_ZH = 'techbridge.io/title-zh';

/** The English part of a bilingual title. @public */
export const ANNOTATION_TITLE_EN = 'techbridge.io/title-en';

const entitySchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});

/**
 * What the catalog shows of the bridge: all of it, or what changed since a
 * cursor.
 *
 * @public
 */
export const catalogProjectionSchema = z
  .object({
    cursor: z.string(),
    full: z.boolean(),
    entities: z.array(entitySchema),
    removed: z.array(z.string()),
  })
  .meta({ id: 'CatalogProjection' });

/** What the catalog shows of the bridge. @public */
export type CatalogProjection = z.infer<typeof catalogProjectionSchema>;
