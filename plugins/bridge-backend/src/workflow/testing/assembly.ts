import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { demoEntities } from '../../testing/demoEntities';
import { user } from './TestPeople';

/** Two hundred people who may vote on a referendum. */
export const VOTERS = Array.from({ length: 200 }, (_, place) => `v${place}`);

/** The factory of the tests with an assembly of two hundred. */
export const assemblyEntities: Entity[] = [
  ...demoEntities,
  ...VOTERS.map(name => entity('User', name)),
  {
    ...entity('Group', 'assembly'),
    relations: VOTERS.map(name => ({
      type: 'hasMember',
      targetRef: user(name),
    })),
  },
];

/** A file or folder beside this one. */
export function inThisFolder(name: string): string {
  return resolvePackagePath(
    '@techbridge/plugin-bridge-backend',
    'src/workflow/testing',
    name,
  );
}

/** Where the definitions of the tests lie. */
export const assemblyConfig = {
  bridge: {
    calendar: { timeZone: 'Asia/Shanghai' },
    workflows: { folders: [inThisFolder('definitions')] },
  },
};

function entity(kind: string, name: string): Entity {
  const metadata = { name, title: name };
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata, spec: {} };
}
