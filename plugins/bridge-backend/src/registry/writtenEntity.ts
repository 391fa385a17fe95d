import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  componentEntityV1alpha1Validator,
  Entity,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Names the item whose workflow has written an entity. */
const ANNOTATION_ITEM = 'techbridge.io/item';

const LOCATION = 'bridge:entities/';

const VALIDATORS = [
  resourceEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
];

/** Whether an entity of the catalog was written by a workflow. @internal */
export function isWritten({ metadata }: Pick<Entity, 'metadata'>): boolean {
  const { annotations = {} } = metadata;
  return annotations[ANNOTATION_LOCATION]?.startsWith(LOCATION) ?? false;
}

/**
 * Refuses entities that no workflow writes, so that none is taken away either.
 *
 * @throws Error that says which ones it may
 * @internal
 */
export function refuseForeign(kind: string, namespace = 'default'): void {
  if (!/^(resource|component)$/i.test(kind)) {
    throw new Error(
      `A workflow writes entities of the kinds Resource and Component, not “${kind}”`,
    );
  }
  if (namespace !== 'default') {
    throw new Error('A workflow writes entities of the namespace default');
  }
}

/**
 * The entity that a workflow means, marked as ours: a Resource or a Component in
 * the namespace `default` that the catalog will take.
 *
 * @throws Error that says what the catalog would not take
 * @internal
 */
export async function writtenEntity(
  given: unknown,
  itemKey: string,
): Promise<Entity> {
  const wish = given as Partial<Entity> | undefined;
  const { namespace, ...metadata } = { ...wish?.metadata };
  refuseForeign(wish?.kind ?? '', namespace);
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    ...wish,
    metadata,
  } as Entity;
  const location = LOCATION + stringifyEntityRef(entity);
  entity.metadata.annotations = {
    ...entity.metadata.annotations,
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
    [ANNOTATION_ITEM]: itemKey,
  };
  await refuseInvalid(entity);
  return entity;
}

async function refuseInvalid(entity: Entity): Promise<void> {
  await new NoForeignRootFieldsEntityPolicy().enforce(entity);
  await new FieldFormatEntityPolicy().enforce(entity);
  const results = await Promise.all(
    VALIDATORS.map(validator => validator.check(entity)),
  );
  if (!results.includes(true)) {
    throw new Error(`The catalog knows no ${entity.kind} of this apiVersion`);
  }
}
