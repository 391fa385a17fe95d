import { Label } from '@techbridge/bridge-workflow';
import { WorkflowMigration } from '@techbridge/plugin-bridge-common';

/** A migration as it is kept. @internal */
export interface MigrationRecord {
  id: number;
  workflow: string;
  from: number;
  to: number;
  hash: string;
  status: WorkflowMigration['status'];
  startedBy: string;
  startedAt: string;
  endedAt: string | null;
  /** The item that was looked at last. */
  cursor: number;
}

/** A migration that a replica works on. @internal */
export interface HeldMigration extends MigrationRecord {
  /** So long nobody else takes it. */
  heldUntil: string;
}

/** How many items of a migration fared how. @internal */
export type MigrationCounts = Pick<
  WorkflowMigration,
  'moved' | 'waits' | 'left'
>;

/** What became of an item. @internal */
export interface MigrationResult {
  itemId: number;
  outcome: 'moved' | 'waits' | 'left';
  why?: Label;
  /** The revision at which it was seen. */
  rev: number;
  at: string;
}
