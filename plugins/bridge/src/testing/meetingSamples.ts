import type {
  AgendaEntry,
  Conclusion,
  Meeting,
  MeetingMember,
  MeetingMinutes,
  MeetingRow,
} from '@techbridge/plugin-bridge-common';
import { aBoard, aProposal } from './itemSamples';
import { aUser } from './samples';

const ZHOU = 'user:default/zhou.qiming';
const HE = 'user:default/he.jing';
const TANG = 'user:default/tang.ting';
const CHEN = 'user:default/chen.zhiyuan';

/** The people of a board that meets, in the catalog. @internal */
export const boardPeople = [
  aUser('zhou.qiming', '周启明', 'Zhou Qiming'),
  aUser('he.jing', '何静', 'He Jing'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
  aUser('chen.zhiyuan', '陈志远', 'Chen Zhiyuan'),
];

/** A meeting as lists answer it. @internal */
export function aMeetingRow(changes: Partial<MeetingRow> = {}): MeetingRow {
  return {
    id: 7,
    title: 'Board in January',
    group: {
      ref: 'group:default/it-review-board',
      title: { en: 'IT review board', zh: 'IT评审委员会' },
    },
    chair: ZHOU,
    place: 'Room 3',
    startsAt: '2026-01-12T06:00:00.000Z',
    seriesAt: null,
    minutes: 90,
    quorumPercent: 60,
    repeat: { weeks: 2, until: '2026-06-30' },
    state: 'planned',
    rev: 3,
    openedAt: null,
    closedAt: null,
    ...changes,
  };
}

/** An entry of an agenda, whose vote is open. @internal */
export function anEntry(
  key: string,
  changes: Partial<AgendaEntry> = {},
): AgendaEntry {
  const { links: _, data: _data, actions, boards, ...row } = aProposal();
  return {
    item: { ...row, key, title: `Title of ${key}` },
    source: 'ready',
    minutes: 15,
    presenter: null,
    note: null,
    rev: 1,
    score: { benefit: 40, range: 12, feasibility: 20, urgency: 0, total: 72 },
    boards: [aBoard()],
    conclusion: null,
    ...changes,
  };
}

/** What a board has decided on an item in a meeting. @internal */
export function aConclusion(changes: Partial<Conclusion> = {}): Conclusion {
  return {
    kind: 'decided',
    boards: [
      {
        ...{ board: 'itReviewBoard', round: 1, state: 'conditional' },
        label: { en: 'IT review board', zh: 'IT评审委员会' },
        ...{ for: 2, against: 1, abstained: 0 },
        recused: [{ user: CHEN, reason: { en: 'Proposer', zh: '提案人' } }],
        // Two members have asked for the same.
        conditions: [
          { text: 'Try it on line L3', owner: TANG, due: '2026-01-31' },
          { text: 'Try it on line L3', owner: TANG, due: '2026-01-31' },
        ],
      },
    ],
    state: { en: 'Adopted', zh: '已采纳' },
    ...changes,
  };
}

const members: MeetingMember[] = [
  { user: ZHOU, presence: 'present' },
  { user: HE, presence: 'represented', deputy: ZHOU },
  { user: TANG, presence: null },
  { user: CHEN, presence: 'excused' },
];

/** A meeting in session, as a member sees it who is yet to come. @internal */
export function aMeeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    ...aMeetingRow({ state: 'open', openedAt: '2026-01-12T06:05:00.000Z' }),
    quorum: { expected: 4, present: 2, needed: 3 },
    members,
    agenda: [anEntry('OP-2025-018'), anEntry('OP-2025-019')],
    waiting: [],
    hidden: 0,
    more: 0,
    may: { manage: false, attend: true },
    record: null,
    ...changes,
  };
}

/** A meeting before it begins, as somebody sees it who leads it. @internal */
export function aPlannedMeeting(changes: Partial<Meeting> = {}): Meeting {
  return aMeeting({
    ...{ state: 'planned', openedAt: null },
    members: members.map(({ user }) => ({ user, presence: null })),
    quorum: { expected: 4, present: 0, needed: 3 },
    may: { manage: true, attend: true },
    ...changes,
  });
}

/** The minutes of a meeting with one decision and one open vote. @internal */
export const minutes: MeetingMinutes = {
  recorder: HE,
  members: [
    { user: ZHOU, presence: 'present' },
    { user: HE, presence: 'present' },
    { user: TANG, presence: 'represented', deputy: HE },
    { user: CHEN, presence: 'absent' },
  ],
  quorum: { expected: 4, present: 3, needed: 3 },
  entries: [
    {
      ...{ key: 'OP-2025-018', title: 'Scanner keeps its data' },
      ...{ presenter: TANG, note: 'Works offline.\nCosts little.' },
      conclusion: aConclusion(),
    },
    {
      ...{ key: 'OP-2025-019', title: 'Label by the shelf' },
      ...{ presenter: null, note: null },
      conclusion: aConclusion({ kind: 'open', boards: [] }),
    },
  ],
  hash: 'cc33',
  markdown: { en: '# Minutes', zh: '# 会议纪要' },
};

/** A meeting that is over, with its minutes. @internal */
export function aClosedMeeting(): Meeting {
  return aMeeting({
    ...{ state: 'closed', closedAt: '2026-01-12T07:40:00.000Z' },
    ...{ agenda: [], members: minutes.members, quorum: minutes.quorum },
    may: { manage: true, attend: false },
    record: minutes,
  });
}
