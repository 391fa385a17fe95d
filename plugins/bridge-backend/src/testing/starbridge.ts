import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';

/** Where the demo factory lies. */
export const STARBRIDGE = resolvePackagePath(
  '@techbridge/plugin-bridge-backend',
  '../../examples/starbridge',
);

/** The people, groups and systems of the demo factory, as the catalog has them. */
export function starbridgeEntities(): Entity[] {
  const files = ['org.yaml', 'people.yaml', 'systems.yaml'];
  const entities = files.flatMap(file =>
    parseAllDocuments(readFileSync(join(STARBRIDGE, file), 'utf8')).map(
      document => document.toJS() as Entity,
    ),
  );
  return entities.map(entity => ({
    ...entity,
    relations: entity.kind === 'Group' ? membersOf(entity, entities) : [],
  }));
}

function membersOf(group: Entity, entities: Entity[]) {
  return entities
    .filter(({ kind, spec }) => {
      const groups = (spec?.memberOf ?? []) as string[];
      return kind === 'User' && groups.some(ref => isNamed(ref, group));
    })
    .map(user => ({ type: 'hasMember', targetRef: stringifyEntityRef(user) }));
}

function isNamed(ref: string, { metadata: { name } }: Entity): boolean {
  return ref.slice(ref.lastIndexOf('/') + 1).replace(/^group:/, '') === name;
}
