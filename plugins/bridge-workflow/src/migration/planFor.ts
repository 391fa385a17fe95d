import { WorkflowDefinition } from '../definition';
import { Migration } from './Migration';

/** What is done with an item that goes over to another version. @public */
export type MigrationPlan = Omit<Migration, 'from'>;

const PLAIN: MigrationPlan = {
  states: {},
  data: {},
  ballots: 'finishOnOld',
  timers: 'keep',
};

/**
 * How items of an older version are taken along to this one. Where the file
 * says nothing about it they keep their state, and a vote is never touched.
 *
 * @public
 */
export function planFor(
  { migrations = [] }: WorkflowDefinition,
  version: number,
): MigrationPlan {
  const found = migrations.find(
    ({ from }) => from.first <= version && version <= from.last,
  );
  return found ?? PLAIN;
}
