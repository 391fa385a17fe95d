import { Directory, Plant, StepContext } from '@techbridge/bridge-workflow';

const user = (name: string) => `user:default/${name}`;
const users = (name: string, count: number) =>
  Array.from({ length: count }, (_, number) => user(`${name}-${number + 1}`));

/** Who makes the items. @internal */
export const CREATOR = user('creator');
/** Who triages. @internal */
export const LEAD = user('super-user-1');
/** Who verifies benefits. @internal */
export const CONTROLLER = user('controller-1');
/** The board; its chair comes first, then a controller. @internal */
export const BOARD = [user('chair'), CONTROLLER, ...users('member', 8)];
/** The system of the items. @internal */
export const SYSTEM = 'system:default/mes';

const GROUPS = new Map([
  ['group:default/it-review-board', BOARD],
  ['group:default/itrb-chair', BOARD.slice(0, 1)],
  ['group:default/benefit-control', [CONTROLLER, user('controller-2')]],
  ['group:default/programme-office', users('office', 3)],
  ['group:default/business-analysts', users('analyst', 3)],
]);
const OWNERS = users('owner', 4);
const SUPER_USERS = users('super-user', 3).map((ref, place) => ({
  ref,
  role: (['lead', 'backup', 'member'] as const)[place],
  modules: [],
  stage: 'expert' as const,
}));

const directory: Directory = {
  members: group => GROUPS.get(group) ?? [],
  ownersOf: system => (system === SYSTEM ? OWNERS : []),
  superUsersOf: system => (system === SYSTEM ? SUPER_USERS : []),
  departmentOf: () => undefined,
  standInsOf: () => [],
};

/** When everything happens, in working time. @internal */
export const NOW = '2026-09-21T03:00:00.000Z';

/** What the engine is told besides a command, in a plant with these holidays. @internal */
export function contextIn(
  holidays: Plant['holidays'],
): (actor: string) => StepContext {
  const plant = { timeZone: 'Asia/Shanghai', holidays };
  return actor => ({ actor, now: NOW, directory, plant });
}
