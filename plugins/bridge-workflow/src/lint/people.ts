import { isConditional } from '../condition';
import { Board, Role, WorkflowDefinition } from '../definition';
import { isSame } from '../isSame';
import { Finding, Path } from '../problems';
import { laterThan } from '../walk';
import { boardsIn, has, PlacedBoard, roleMentions } from './traverse';

function unknownRoles(definition: WorkflowDefinition): Finding[] {
  return roleMentions(definition)
    .filter(({ role }) => !has(definition.roles, role))
    .map(({ role, path }) => ({
      rule: 'unknown-role',
      path,
      parameters: { role },
    }));
}

function roleCircles({ roles }: WorkflowDefinition): Finding[] {
  const neighbours = (id: string) => {
    const { except = [], fallback } = (roles[id] as Role | undefined) ?? {};
    return [...except, ...(fallback ? [fallback] : [])];
  };
  const leadsTo = (from: string, goal: string, seen: string[]): boolean =>
    neighbours(from).some(
      next =>
        next === goal ||
        (!seen.includes(next) && leadsTo(next, goal, [...seen, next])),
    );
  return Object.keys(roles)
    .filter(role => leadsTo(role, role, [role]))
    .map(role => ({
      rule: 'role-circle',
      path: ['spec', 'roles', role],
      parameters: { role },
    }));
}

/** Only of roles whose number the file can know: not of people in the data. */
function rolesWithoutMin({ roles }: WorkflowDefinition): Finding[] {
  return Object.entries(roles)
    .filter(
      ([, { from, min }]) =>
        min === undefined &&
        from !== 'creator' &&
        !(typeof from === 'object' && 'field' in from),
    )
    .map(([role]) => ({
      rule: 'role-without-min',
      path: ['spec', 'roles', role],
      parameters: { role },
    }));
}

// Durations are compared from some moment on: months differ in length.
const ANY_TIME = '2025-01-01T00:00:00.000Z';

/** The rules about boards look at one board each. */
type BoardRule = (
  placed: PlacedBoard,
  definition: WorkflowDefinition,
) => Finding[];

function smallest({ roles }: WorkflowDefinition, role: string) {
  return has(roles, role) ? roles[role].min : undefined;
}

const emptyElectorate: BoardRule = ({ board, path }, definition) =>
  smallest(definition, board.voters) === 0
    ? [{ rule: 'empty-electorate', path: [...path, 'voters'] }]
    : [];

function needed({ board }: PlacedBoard, members: number): number {
  const { min, percent = 0 } = board.quorum;
  return Math.max(min, Math.ceil((percent * members) / 100));
}

const quorumTooLarge: BoardRule = (placed, definition) => {
  const members = smallest(definition, placed.board.voters);
  if (!members || needed(placed, members) <= members) {
    return [];
  }
  return [
    {
      rule: 'quorum-too-large',
      path: [...placed.path, 'quorum'],
      parameters: { needed: needed(placed, members), members },
    },
  ];
};

const quorumAfterRecusal: BoardRule = (placed, definition) => {
  const { board, path } = placed;
  const members = smallest(definition, board.voters);
  if (!members || needed(placed, members) > members) {
    return [];
  }
  const recusable = board.recuse.roles
    .map(role => smallest(definition, role) ?? 1)
    .reduce((sum, people) => sum + people, 0);
  const left = Math.max(0, members - recusable);
  return left >= needed(placed, left)
    ? []
    : [
        {
          rule: 'quorum-recusal',
          path: [...path, 'recuse'],
          parameters: { left, needed: needed(placed, left) },
        },
      ];
};

const creatorVotes: BoardRule = ({ board, path }, definition) => {
  const isCreator = (role: string) =>
    has(definition.roles, role) && definition.roles[role].from === 'creator';
  const voters = definition.roles[board.voters] as Role | undefined;
  const excluded = [...board.recuse.roles, ...(voters?.except ?? [])];
  return excluded.some(isCreator) ? [] : [{ rule: 'creator-votes', path }];
};

/** Whoever must not vote on an item does not choose who does either. */
const seatsOfOwn: BoardRule = ({ board, path }, { roles, subject }) => {
  const voters = has(roles, board.voters) ? roles[board.voters].except : [];
  const { proposers } = subject.credits ?? {};
  const kept = [...board.recuse.roles, ...(voters ?? []), proposers ?? ''];
  const isKept = (role: string) =>
    has(roles, role) &&
    (roles[role].from === 'creator' ||
      kept.some(one => has(roles, one) && isSameRole(roles, one, role)));
  return (board.seats?.by ?? []).flatMap((role, place) =>
    isKept(role)
      ? {
          rule: 'seats-own',
          path: [...path, 'seats', 'by', place],
          parameters: { role },
        }
      : [],
  );
};

/** Two names for the same people are one role. */
function isSameRole(
  roles: WorkflowDefinition['roles'],
  one: string,
  other: string,
): boolean {
  return one === other || isSame(roles[one].from, roles[other].from);
}

const boardWithoutDeadline: BoardRule = ({ board, path }) =>
  board.deadline ? [] : [{ rule: 'board-deadline', path }];

const chairMissing: BoardRule = ({ board, path }) => {
  const places: Path[] = [
    ...(board.pass.tie === 'chair' ? [[...path, 'pass', 'tie']] : []),
    ...(board.sendBack?.by === 'chair' ? [[...path, 'sendBack']] : []),
  ];
  return board.chair === undefined
    ? places.map(place => ({ rule: 'board-chair', path: place }))
    : [];
};

const choicesAndRules: BoardRule = ({ board, path }) => {
  const missing = (choice: string, ...more: Path): Finding => ({
    rule: 'board-choice',
    path: [...path, ...more],
    parameters: { choice },
  });
  const mayVote = (choice: string) =>
    board.choices.some(known => known === choice) ||
    (choice === 'veto' && board.veto !== undefined);
  const sendBack =
    mayVote('sendBack') === (board.sendBack !== undefined)
      ? []
      : [missing('sendBack', 'choices')];
  const reasons = Object.keys(board.reason)
    .filter(choice => !mayVote(choice))
    .map(choice => missing(choice, 'reason', choice));
  const approve = mayVote('approve') ? [] : [missing('approve', 'choices')];
  return [...sendBack, ...reasons, ...approve];
};

const threshold: BoardRule = ({ board: { pass }, path }) =>
  (pass.rule === 'threshold') === (pass.threshold !== undefined)
    ? []
    : [{ rule: 'board-threshold', path: [...path, 'pass'] }];

/**
 * Whoever holds all the seats that weigh more must need somebody else: alone
 * against all others of the smallest board they may not reach the threshold.
 */
const weightAlone: BoardRule = ({ board, path }, definition) => {
  const members = smallest(definition, board.voters);
  const heaviest = Object.values(board.weights ?? {}).reduce(
    (a, b) => a + b,
    0,
  );
  const share = heaviest / (heaviest + (members ?? 1) - 1);
  const { rule, threshold: wanted = 0.5 } = board.pass;
  const alone = wanted > 0.5 ? share >= wanted : share > wanted;
  return members && heaviest > 0 && alone && isByShare(rule)
    ? [{ rule: 'weight-alone', path: [...path, 'weights'] }]
    : [];
};

const weightsUnused: BoardRule = ({ board, path }) =>
  board.weights && !isByShare(board.pass.rule)
    ? [
        {
          rule: 'weights-unused',
          path: [...path, 'weights'],
          parameters: { rule: board.pass.rule },
        },
      ]
    : [];

function isByShare(rule: Board['pass']['rule']): boolean {
  return rule === 'threshold' || rule === 'majority';
}

/** What carries the second vote must not be easier than the first. */
const overrideShare: BoardRule = ({ board: { veto, pass }, path }) => {
  const { threshold: wanted } = veto?.override ?? {};
  const first = pass.threshold ?? 0.5;
  return wanted === undefined || (isByShare(pass.rule) && wanted >= first)
    ? []
    : [{ rule: 'override-share', path: [...path, 'veto', 'override'] }];
};

const remindLate: BoardRule = ({ board, path }) => {
  const end = board.deadline && laterThan(ANY_TIME, board.deadline.after);
  return (board.remind ?? [])
    .map((after, place) => ({ after, place }))
    .filter(({ after }) => end && laterThan(ANY_TIME, after) >= end)
    .map(({ place }) => ({
      rule: 'remind-late',
      path: [...path, 'remind', place],
    }));
};

/** Silence is consent only where the file says so in so many words. */
const tacitConsent: BoardRule = ({ board, path }) => {
  const { then, tacit = false } = board.deadline ?? {};
  return (then === 'approve') === tacit
    ? []
    : [{ rule: 'tacit-consent', path: [...path, 'deadline'] }];
};

/** A condition names who asked for it, and so how that member has voted. */
const secretConditions: BoardRule = ({ board, path }) =>
  board.ballot === 'secret' && board.choices.some(isConditional)
    ? [{ rule: 'secret-conditions', path: [...path, 'choices'] }]
    : [];

const escalationTarget: BoardRule = ({ board, path, stateId }, definition) => {
  const state = definition.states[stateId];
  const target =
    state.type === 'approval' &&
    (state.approval.escalateTo ?? state.outcomes.noQuorum);
  return board.deadline?.then === 'escalate' && !target
    ? [{ rule: 'escalation-target', path: [...path, 'deadline', 'then'] }]
    : [];
};

const BOARD_RULES: BoardRule[] = [
  emptyElectorate,
  quorumTooLarge,
  quorumAfterRecusal,
  creatorVotes,
  seatsOfOwn,
  boardWithoutDeadline,
  chairMissing,
  choicesAndRules,
  threshold,
  weightAlone,
  weightsUnused,
  overrideShare,
  remindLate,
  tacitConsent,
  secretConditions,
  escalationTarget,
];

function boards(definition: WorkflowDefinition): Finding[] {
  return boardsIn(definition).flatMap(placed =>
    BOARD_RULES.flatMap(rule => rule(placed, definition)),
  );
}

function outcomes({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states).flatMap(([id, state]): Finding[] => {
    if (state.type !== 'approval') {
      return [];
    }
    const boardsHere = Object.values(state.approval.boards);
    const votes = boardsHere.flatMap(board => board.choices);
    const hasVeto = boardsHere.some(({ veto }) => veto);
    const possible = [
      'approved' as const,
      'noQuorum' as const,
      ...(votes.includes('reject') || hasVeto ? ['rejected' as const] : []),
      ...(votes.includes('sendBack') ? ['sentBack' as const] : []),
      ...(votes.includes('approveWithConditions')
        ? ['conditional' as const]
        : []),
    ];
    const path = ['spec', 'states', id, 'outcomes'];
    const absent = possible
      .filter(outcome => !state.outcomes[outcome])
      .map(outcome => ({
        rule: 'outcome-missing' as const,
        path,
        parameters: { outcome },
      }));
    const limited = Object.entries(state.outcomes)
      .filter(([outcome, way]) => outcome !== 'sentBack' && way.max)
      .map(([outcome]) => ({
        rule: 'outcome-limit' as const,
        path: [...path, outcome, 'max'],
      }));
    return [...absent, ...limited];
  });
}

function emptyApprovals({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states)
    .filter(
      ([, state]) =>
        state.type === 'approval' &&
        Object.keys(state.approval.boards).length === 0,
    )
    .map(([id]) => ({
      rule: 'board-missing',
      path: ['spec', 'states', id, 'approval', 'boards'],
    }));
}

function combineTooMany({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states).flatMap(([id, state]): Finding[] => {
    if (
      state.type !== 'approval' ||
      typeof state.approval.combine === 'string'
    ) {
      return [];
    }
    const count = Object.keys(state.approval.boards).length;
    const { atLeast } = state.approval.combine;
    const path = ['spec', 'states', id, 'approval', 'combine', 'atLeast'];
    const parameters = { atLeast, boards: count };
    return atLeast > count
      ? [{ rule: 'combine-too-many', path, parameters }]
      : [];
  });
}

/** The rules about roles and boards. @internal */
export const peopleRules = [
  unknownRoles,
  roleCircles,
  rolesWithoutMin,
  boards,
  outcomes,
  emptyApprovals,
  combineTooMany,
];
