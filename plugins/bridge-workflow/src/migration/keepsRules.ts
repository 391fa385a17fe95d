import { WorkflowDefinition } from '../definition';
import { withoutWords } from '../difference/withoutWords';
import { roleMentions } from '../lint/traverse';
import { isSame } from '../isSame';

/** An approval state in a version. @internal */
export interface PlacedApproval {
  definition: WorkflowDefinition;
  state: string;
}

/**
 * Whether votes are held by the same rules in two versions: the same boards, the
 * same people behind them, and the same working time where it counts; and
 * whether each outcome still leads where it led. Words are no rules.
 *
 * @param nameOf - what a state of the older version is called in the newer one
 * @internal
 */
export function keepsRules(
  before: PlacedApproval,
  after: PlacedApproval,
  nameOf: (state: string) => string,
): boolean {
  const old = rulesOf(before, nameOf);
  return (
    old !== undefined &&
    isSame(withoutWords(old), withoutWords(rulesOf(after, state => state)))
  );
}

function rulesOf(
  { definition, state }: PlacedApproval,
  nameOf: (state: string) => string,
): object | undefined {
  const found = Object.hasOwn(definition.states, state)
    ? definition.states[state]
    : undefined;
  if (found?.type !== 'approval') {
    return undefined;
  }
  const boards = Object.entries(found.approval.boards).map(([id, board]) => {
    const { label, ...rules } = board;
    return [id, rules];
  });
  const usesCalendar = Object.values(found.approval.boards).some(
    ({ deadline }) => deadline?.calendar !== undefined,
  );
  return {
    approval: { ...found.approval, boards },
    roles: rolesOf(definition, state),
    calendar: usesCalendar ? definition.calendar : undefined,
    leads: Object.entries(found.outcomes).map(
      ([outcome, { to, milestone }]) => [
        outcome,
        to === undefined ? to : nameOf(to),
        milestone,
      ],
    ),
  };
}

/** The roles of the boards of a state, and those that these stand on. */
function rolesOf(definition: WorkflowDefinition, state: string): unknown[] {
  const names = roleMentions(definition)
    .filter(({ path: [, area, id, part] }) =>
      isSame([area, id, part], ['states', state, 'approval']),
    )
    .map(({ role }) => role);
  const found = new Set(names);
  for (const name of found) {
    const { except = [], fallback = [] } = definition.roles[name] ?? {};
    [except, fallback].flat().forEach(other => found.add(other));
  }
  return [...found].sort().map(name => {
    const { label, ...role } = definition.roles[name] ?? {};
    return [name, role];
  });
}
