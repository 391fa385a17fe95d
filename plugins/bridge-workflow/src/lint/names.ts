import { WorkflowDefinition } from '../definition';
import { CREDITS, MILESTONES } from '../milestones';
import { Finding, Path } from '../problems';
import { boardsIn, has, statePath, waysOf } from './traverse';

function phases({ states, phases: known }: WorkflowDefinition): Finding[] {
  return Object.entries(states).flatMap(([id, { phase }]): Finding[] =>
    phase === undefined || known.some(one => one.id === phase)
      ? []
      : [
          {
            rule: 'unknown-phase',
            path: statePath(id, 'phase'),
            parameters: { phase },
          },
        ],
  );
}

/** Names that must be told apart in the journal, the inbox or the database. */
function duplicates(definition: WorkflowDefinition): Finding[] {
  const { states, global } = definition;
  const entries = Object.entries(states);
  const twice = (names: { id: string; path: Path }[]): Finding[] =>
    names
      .filter(
        ({ id }, place) => names.findIndex(one => one.id === id) !== place,
      )
      .map(({ id, path }) => ({
        rule: 'duplicate-id',
        path,
        parameters: { id },
      }));
  const globalNames = Object.keys(global).map(id => ({
    id,
    path: ['spec', 'global', id],
  }));
  const boards = boardsIn(definition).map(({ id, path }) => ({ id, path }));
  return [
    ...twice(boards),
    ...twice(
      definition.phases.map(({ id }, place) => ({
        id,
        path: ['spec', 'phases', place],
      })),
    ),
    ...entries.flatMap(([id, state]) => [
      ...twice(
        state.timers.map((timer, place) => ({
          id: timer.id,
          path: statePath(id, 'timers', place),
        })),
      ),
      ...twice([
        ...globalNames,
        ...Object.keys(state.actions).map(name => ({
          id: name,
          path: statePath(id, 'actions', name),
        })),
      ]),
    ]),
  ];
}

function milestonesOf(kind: string): readonly string[] {
  return has(MILESTONES, kind)
    ? MILESTONES[kind as keyof typeof MILESTONES]
    : [];
}

function namedMilestones(
  definition: WorkflowDefinition,
): { milestone?: string; path: Path }[] {
  const { start, states } = definition;
  return [
    { milestone: start.milestone, path: ['spec', 'start'] },
    ...waysOf(definition).map(({ transition, path }) => ({
      milestone: transition.milestone,
      path,
    })),
    ...Object.entries(states).map(([id, { milestone }]) => ({
      milestone,
      path: statePath(id),
    })),
  ];
}

function milestones(definition: WorkflowDefinition): Finding[] {
  const { kind } = definition.subject;
  const known = milestonesOf(kind);
  return namedMilestones(definition).flatMap(({ milestone, path }) =>
    milestone === undefined || known.includes(milestone)
      ? []
      : [
          {
            rule: 'milestone-unknown' as const,
            path: [...path, 'milestone'],
            parameters: { kind, milestone, known: known.join(', ') || '–' },
          },
        ],
  );
}

function credits({ subject }: WorkflowDefinition): Finding[] {
  const { kind } = subject;
  const known: readonly string[] = has(CREDITS, kind)
    ? CREDITS[kind as keyof typeof CREDITS]
    : [];
  const path = ['spec', 'subject', 'credits'];
  const strange = Object.keys(subject.credits)
    .filter(capacity => !known.includes(capacity))
    .map(capacity => ({
      rule: 'credit-unknown' as const,
      path: [...path, capacity],
      parameters: { kind, capacity, known: known.join(', ') || '–' },
    }));
  const absent = known
    .filter(capacity => !has(subject.credits, capacity))
    .map(capacity => ({
      rule: 'credit-missing' as const,
      path,
      parameters: { capacity },
    }));
  return [...strange, ...absent];
}

/** Whether everything that others count can still be reached. @internal */
export function unreachedMilestones(
  definition: WorkflowDefinition,
  used: string[],
): Finding[] {
  const reached = namedMilestones(definition).map(({ milestone }) => milestone);
  return used
    .filter(milestone => !reached.includes(milestone))
    .map(milestone => ({
      rule: 'milestone-unreached',
      path: ['spec', 'states'],
      parameters: { milestone },
    }));
}

function eventNames({ states }: WorkflowDefinition): Finding[] {
  const all = Object.values(MILESTONES).flat() as string[];
  return Object.entries(states).flatMap(([id, { events }]) =>
    Object.keys(events)
      .filter(name => name.startsWith('linked.'))
      .filter(name => !all.includes(name.split('.')[2] ?? ''))
      .map(
        (name): Finding => ({
          rule: 'event-name',
          path: statePath(id, 'events', name),
          parameters: { name },
        }),
      ),
  );
}

/** The rules about names and milestones. @internal */
export const nameRules = [phases, duplicates, milestones, credits, eventNames];
