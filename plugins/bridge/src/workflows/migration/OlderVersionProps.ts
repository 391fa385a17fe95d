import type { WorkflowMigrations } from '@techbridge/plugin-bridge-common';

/** What is known of the items of one older version. @internal */
export interface OlderVersionProps {
  workflow: string;
  found: WorkflowMigrations;
  older: WorkflowMigrations['versions'][number];
  onChanged(): void;
}
