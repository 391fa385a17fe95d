import {
  WorkflowMigration,
  WorkflowMigrations,
} from '@techbridge/plugin-bridge-common';
import fc from 'fast-check';
import { Recipe, Uses, usesOf } from './usesOf';

const previews: Uses<WorkflowMigrations> = ({ id, mayMigrate, versions }) =>
  versions
    .filter(() => mayMigrate)
    .map(({ version }) =>
      fc.constant({ path: { id }, query: { from: version } }),
    );

const starts: Uses<WorkflowMigrations> = found =>
  found.versions
    .filter(() => found.mayMigrate)
    .map(({ version: from }) => {
      const { id, to, hash } = found;
      return fc.constant({ path: { id }, body: { from, to, hash } });
    });

const known: Uses<WorkflowMigration> = ({ id: migration, workflow: id }) => [
  fc.constant({ path: { id, migration } }),
];

const cancellations: Uses<WorkflowMigration> = (migration, ...more) =>
  ['running', 'waiting'].includes(migration.status)
    ? known(migration, ...more)
    : [];

/** What it takes to take items of older versions along. */
export const migrationRequests: { [operation: string]: Recipe } = {
  // The workflow that has items on an older version.
  getMigrations: () => fc.constant({ path: { id: 'proposal' } }),
  previewMigration: usesOf('WorkflowMigrations', previews),
  startMigration: usesOf('WorkflowMigrations', starts),
  getMigration: usesOf('WorkflowMigration', known),
  listMigratedItems: usesOf('WorkflowMigration', known),
  cancelMigration: usesOf('WorkflowMigration', cancellations),
};
