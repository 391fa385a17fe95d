import {
  DecisionFigures,
  decisionFigures,
  Language,
} from '@techbridge/plugin-bridge-common';
import { escapeMarkdown, tableOf } from '../markdown/plainMarkdown';
import { DecisionFacts } from './decisionRecord';
import { DECISION_WORDS, DecisionWords } from './decisionWords';
import { momentOf } from './momentOf';

type Member = DecisionFigures['members'][number];

interface Reading {
  facts: DecisionFacts;
  figures: DecisionFigures;
  language: Language;
  words: DecisionWords;
  nameOf: (ref: string) => string;
  timeZone: string;
}

/**
 * A decision record as a Markdown document that can be kept and signed. What
 * people wrote stands in it as they wrote it, never as Markdown.
 *
 * @internal
 */
export function decisionText(
  facts: DecisionFacts,
  language: Language,
  { nameOf, timeZone }: Pick<Reading, 'nameOf' | 'timeZone'>,
): string {
  const words = DECISION_WORDS[language];
  const figures = decisionFigures(facts);
  const reading = { facts, figures, language, words, nameOf, timeZone };
  const sections: [string, string[]][] = [
    [words.reopens, reopeningIn(reading)],
    [words.rule, facts.rule.map(rule => `- ${rule[language]}`)],
    [words.votes, votesOf(reading)],
    [words.recused, recusalsOf(reading)],
    [words.changes, changesOf(reading)],
    [words.conditions, conditionsOf(reading)],
    [words.signatures, signaturesOf(reading)],
    [words.proof, proofOf(reading)],
  ];
  const used = sections.filter(([, lines]) => lines.length > 0);
  return [
    `# ${words.title}${escapeMarkdown(facts.label[language])}`,
    headOf(reading),
    ...used.map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}`),
  ].join('\n\n');
}

function headOf(reading: Reading): string {
  const { facts, language, words, timeZone } = reading;
  const { item, workflow, round, openedAt, closedAt, state, tacit } = facts;
  const { meeting } = facts;
  const version = `${words.version}${workflow.version}`;
  return tableOf(
    words.head,
    [words.item, `${item.key} ${item.title}`],
    [words.workflow, `${workflow.title[language]}, ${version}`],
    [words.round, String(round)],
    [words.opened, momentOf(openedAt, timeZone)],
    ...courseOf(reading),
    [words.closed, closedAt ? momentOf(closedAt, timeZone) : '–'],
    ...(meeting
      ? [[words.meeting, meetingIn(meeting, timeZone)] as [string, string]]
      : []),
    [words.outcome, tacit ? words.tacit : words.outcomes[state]],
  );
}

/** Until when it voted, and what was done so that it could decide. */
function courseOf(reading: Reading): [string, string][] {
  const { facts, figures, words, nameOf, timeZone } = reading;
  const { deadlineAt, extended: times = 0, escalated, overrides = 0 } = facts;
  const longer = times > 0 ? filled(words.extended, { times }) : '';
  const people = figures.escalatedTo.map(nameOf).join(words.comma);
  const share = Math.round(overrides * 1000) / 10;
  const lines: [string, string][] = [
    [words.deadline, deadlineAt ? momentOf(deadlineAt, timeZone) + longer : ''],
    [words.escalated, escalated ? people || words.escalatedToNobody : ''],
    [words.veto, overrides > 0 ? filled(words.overrides, { share }) : ''],
  ];
  return lines.filter(([, value]) => value !== '');
}

/** A sentence with its numbers and names. */
function filled(
  sentence: string,
  values: { [name: string]: string | number },
): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

function meetingIn(
  { title, startsAt }: NonNullable<DecisionFacts['meeting']>,
  timeZone: string,
): string {
  return `${title}, ${momentOf(startsAt, timeZone)}`;
}

/** Which decision is in question, who reopened it, and why. */
function reopeningIn(reading: Reading): string[] {
  const { facts, language, words, nameOf, timeZone } = reading;
  if (!facts.reopens) {
    return [];
  }
  const { action, by, at, reason, decision } = facts.reopens;
  const { label, round, state, closedAt } = decision;
  return [
    tableOf(words.reopensHead, [
      `${label[language]}, ${words.round} ${round}`,
      words.outcomes[state],
      closedAt ? momentOf(closedAt, timeZone) : '–',
      `${action[language]}: ${nameOf(by)}, ${momentOf(at, timeZone)}`,
      reason,
    ]),
  ];
}

function votesOf(reading: Reading): string[] {
  const { facts, figures, words, nameOf, timeZone } = reading;
  const { ballots } = facts;
  const head = [countedIn(reading), ''];
  if (!ballots) {
    const rights = figures.members.filter(
      one => one.weight !== undefined || one.veto || one.escalated,
    );
    return [
      ...[...head, words.secret],
      ...(rights.length > 0
        ? ['', ...rights.map(one => `- ${seatOf(reading, one)}`)]
        : []),
    ];
  }
  const rows = figures.members.map(member => {
    const ballot = ballots.find(({ voter }) => voter === member.user);
    const by = ballot?.castBy ? words.castBy + nameOf(ballot.castBy) : '';
    return [
      seatOf(reading, member),
      ballot ? words.choices[ballot.choice] + by : words.notVoted,
      ballot?.reason ?? '',
      ballot ? momentOf(ballot.at, timeZone) : '',
    ];
  });
  return [...head, tableOf(words.voteHead, ...rows)];
}

/** A member, with all that is special about the seat. */
function seatOf({ words, nameOf }: Reading, member: Member): string {
  const { user, chair, weight, veto, escalated } = member;
  const notes = [
    ...(chair ? [words.chair] : []),
    ...(weight === undefined ? [] : [filled(words.weight, { weight })]),
    ...(veto ? [words.mayVeto] : []),
    ...(escalated ? [words.calledIn] : []),
  ];
  return notes.length > 0
    ? nameOf(user) + filled(words.notes, { notes: notes.join(words.comma) })
    : nameOf(user);
}

function countedIn({ figures, words }: Reading): string {
  const { numbers, weights } = figures;
  const weighed = weights ? filled(words.weighed, weights) : '';
  return filled(words.counted, numbers) + weighed;
}

function recusalsOf({ figures, language, words, nameOf }: Reading): string[] {
  const rows = figures.recused.map(({ user, kind, by, reason }) => [
    nameOf(user),
    words.kinds[kind] + (by ? filled(words.imposedBy, { by: nameOf(by) }) : ''),
    reason[language],
  ]);
  return rows.length > 0 ? [tableOf(words.recusedHead, ...rows)] : [];
}

function changesOf(reading: Reading): string[] {
  const { facts, words, nameOf, timeZone } = reading;
  const rows = (facts.changes ?? []).map(
    ({ voter, change, by, at, reason }) => [
      nameOf(voter),
      change === 'add'
        ? words.added
        : words.removed + lostVoteOf(reading, voter),
      reason,
      nameOf(by),
      momentOf(at, timeZone),
    ],
  );
  return rows.length > 0 ? [tableOf(words.changeHead, ...rows)] : [];
}

/** How somebody had voted whose vote does not count. */
function lostVoteOf({ figures, words }: Reading, user: string): string {
  const choice = figures.lost.get(user);
  return choice === undefined
    ? ''
    : filled(words.notCounted, { vote: words.choices[choice] });
}

function conditionsOf({ facts, words, nameOf }: Reading): string[] {
  const rows = facts.conditions.map(({ text, owner, due, by }) => [
    text,
    nameOf(owner),
    due,
    nameOf(by),
  ]);
  return rows.length > 0 ? [tableOf(words.conditionHead, ...rows)] : [];
}

function signaturesOf(reading: Reading): string[] {
  const { figures, words } = reading;
  const rows = figures.members.map(member => [seatOf(reading, member), '', '']);
  return rows.length > 0 ? [tableOf(words.signHead, ...rows)] : [];
}

function proofOf({ facts, words }: Reading): string[] {
  const { workflow, ballotsHash } = facts;
  return [
    `- ${words.hashOfRules}: \`${workflow.hash}\``,
    ...(ballotsHash ? [`- ${words.hashOfVotes}: \`${ballotsHash}\``] : []),
  ];
}
