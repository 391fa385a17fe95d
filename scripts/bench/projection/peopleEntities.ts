import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { nameOfRef } from '@techbridge/plugin-bridge-common';
import { GeneratedRegister } from '../data/generate';

/** The people and groups of a register as entities. @internal */
export function peopleEntities({ people, groups }: GeneratedRegister) {
  return [
    ...people.map(({ ref, name }) =>
      entity('User', ref, name, { memberOf: [] }),
    ),
    ...groups.map(({ ref, title }) =>
      entity('Group', ref, title.zh, { type: 'department', children: [] }),
    ),
  ];
}

function entity(
  kind: string,
  ref: string,
  title: string,
  spec: Entity['spec'],
): Entity {
  const location = `bench:${kind}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name: nameOfRef(ref),
      title,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec,
  };
}
