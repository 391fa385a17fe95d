import {
  Language,
  Meeting,
  MeetingMinutes,
  minutesSigners,
  Title,
} from '@techbridge/plugin-bridge-common';
import {
  escapeMarkdown,
  paragraphsOf,
  tableOf,
} from '../../markdown/plainMarkdown';
import { DECISION_WORDS } from '../decisionWords';
import { momentOf } from '../momentOf';
import { MINUTES_WORDS, MinutesWords } from './minutesWords';

type Entry = MeetingMinutes['entries'][number];

/** Minutes as they were frozen. @internal */
export interface FrozenMinutes
  extends Pick<MeetingMinutes, 'recorder' | 'members' | 'quorum'>,
    Pick<Meeting, 'title' | 'chair' | 'place'> {
  group: Title;
  openedAt: string;
  closedAt: string;
  entries: (Entry & { itemId: number })[];
}

interface Reading {
  facts: FrozenMinutes;
  language: Language;
  words: MinutesWords;
  nameOf: (ref: string) => string;
  timeZone: string;
}

/**
 * Minutes as a Markdown document that can be kept and signed. What people wrote
 * stands in it as they wrote it, never as Markdown.
 *
 * @internal
 */
export function minutesText(
  facts: FrozenMinutes,
  language: Language,
  { nameOf, timeZone }: Pick<Reading, 'nameOf' | 'timeZone'>,
): string {
  const words = MINUTES_WORDS[language];
  const reading = { facts, language, words, nameOf, timeZone };
  return [
    `# ${words.title}${escapeMarkdown(facts.title)}`,
    headOf(reading),
    `## ${words.attendance}`,
    attendanceOf(reading),
    `## ${words.items}`,
    ...facts.entries.flatMap((entry, place) =>
      entryOf(reading, entry, place + 1),
    ),
    `## ${words.signatures}`,
    signaturesOf(reading),
  ].join('\n\n');
}

function headOf({ facts, language, words, nameOf, timeZone }: Reading): string {
  const { group, openedAt, closedAt, place, chair, recorder } = facts;
  const [from, to] = [openedAt, closedAt].map(at => momentOf(at, timeZone));
  return tableOf(
    words.head,
    [words.group, group[language]],
    [words.time, from + words.until + to],
    [words.place, place ?? '–'],
    [words.chair, nameOf(chair)],
    [words.recorder, nameOf(recorder)],
  );
}

function attendanceOf({ facts, words, nameOf }: Reading): string {
  const { members, quorum } = facts;
  const verdict =
    quorum.present >= quorum.needed ? words.quorumMet : words.quorumNotMet;
  const rows = members.map(({ user, presence, deputy }) => [
    nameOf(user),
    words.presences[presence ?? 'absent'] +
      (deputy ? words.deputy + nameOf(deputy) : ''),
  ]);
  return [
    `${fill(words.counted, quorum)}${verdict}`,
    tableOf(words.memberHead, ...rows),
  ].join('\n\n');
}

function entryOf(reading: Reading, entry: Entry, number: number): string[] {
  const { words, nameOf } = reading;
  const { key, title, presenter, note, conclusion } = entry;
  const conditions = conclusion.boards.flatMap(board => board.conditions);
  return [
    `### ${number}. ${key} ${escapeMarkdown(title)}`,
    ...(presenter ? [`${words.presenter}: ${nameOf(presenter)}`] : []),
    ...(note ? [`${words.said}:`, ...paragraphsOf(note)] : []),
    ...votesOf(reading, conclusion),
    `**${words.conclusion}**: ${conclusionIn(reading, conclusion)}`,
    ...(conditions.length > 0
      ? [
          tableOf(
            words.conditionHead,
            ...conditions.map(({ text, owner, due }) => [
              ...[text, nameOf(owner), due],
            ]),
          ),
        ]
      : []),
  ];
}

function votesOf(
  { language, words, nameOf }: Reading,
  { boards }: Entry['conclusion'],
): string[] {
  return boards.flatMap(({ label, recused, ...count }) => {
    const { for: inFavour, against, abstained } = count;
    const numbers = { for: inFavour, against, abstained };
    const names = recused.map(({ user }) => nameOf(user)).join(', ');
    return [
      fill(words.voteCount, { label: label[language], ...numbers }),
      ...(names ? [`${words.recused}: ${names}`] : []),
    ];
  });
}

function conclusionIn(
  { language, words }: Reading,
  { kind, boards, state }: Entry['conclusion'],
): string {
  if (kind === 'decided') {
    const { outcomes } = DECISION_WORDS[language];
    return boards.map(board => outcomes[board.state]).join(', ');
  }
  return kind === 'moved' ? state[language] : words.kinds.open;
}

function signaturesOf({ facts, words, nameOf }: Reading): string {
  return tableOf(
    words.signHead,
    ...minutesSigners(facts, facts).map(({ user, standsInFor }) => {
      const members = standsInFor.map(nameOf).join(', ');
      const role = members ? fill(words.signsFor, { members }) : '';
      return [nameOf(user) + role, '', ''];
    }),
  );
}

function fill(text: string, values: object): string {
  const known = new Map(Object.entries(values));
  return text.replace(/\{(\w+)\}/g, (_, name) => String(known.get(name)));
}
