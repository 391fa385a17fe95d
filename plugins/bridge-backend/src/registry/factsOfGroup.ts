import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_HEAD } from '@techbridge/plugin-bridge-common';
import { storedRef, titleOf } from './CatalogGateway';
import { GroupFacts } from './MirrorStore';

/** The facts of a Group entity of the catalog. @internal */
export function factsOfGroup(entity: Entity): GroupFacts {
  return {
    title: titleOf(entity),
    type: String(entity.spec?.type ?? '').slice(0, 120),
    head: headOf(entity),
  };
}

/** What somebody else wrote: a reference that cannot be read names nobody. */
function headOf({ metadata }: Entity): string | null {
  const { annotations = {}, namespace } = metadata;
  const named = annotations[ANNOTATION_HEAD];
  if (typeof named !== 'string') {
    return null;
  }
  try {
    const ref = storedRef(named.trim(), 'user', namespace);
    return ref.startsWith('user:') && ref.length <= 255 ? ref : null;
  } catch {
    return null;
  }
}
