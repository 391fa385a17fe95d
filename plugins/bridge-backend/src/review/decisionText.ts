import { Language } from '@techbridge/plugin-bridge-common';
import { escapeMarkdown, tableOf } from '../markdown/plainMarkdown';
import { DecisionFacts } from './decisionRecord';
import { DECISION_WORDS, DecisionWords } from './decisionWords';
import { momentOf } from './momentOf';

interface Reading {
  facts: DecisionFacts;
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
  const reading = { facts, language, words, nameOf, timeZone };
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
  const filled = sections.filter(([, lines]) => lines.length > 0);
  return [
    `# ${words.title}${escapeMarkdown(facts.label[language])}`,
    headOf(reading),
    ...filled.map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}`),
  ].join('\n\n');
}

function headOf({ facts, language, words, timeZone }: Reading): string {
  const { item, workflow, round, openedAt, closedAt, state, tacit } = facts;
  const { meeting } = facts;
  const version = `${words.version}${workflow.version}`;
  return tableOf(
    words.head,
    [words.item, `${item.key} ${item.title}`],
    [words.workflow, `${workflow.title[language]}, ${version}`],
    [words.round, String(round)],
    [words.opened, momentOf(openedAt, timeZone)],
    [words.closed, closedAt ? momentOf(closedAt, timeZone) : '–'],
    ...(meeting
      ? [[words.meeting, meetingIn(meeting, timeZone)] as [string, string]]
      : []),
    [words.outcome, tacit ? words.tacit : words.outcomes[state]],
  );
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
  const { facts, words, nameOf, timeZone } = reading;
  const { ballots } = facts;
  if (!ballots) {
    return [countedIn(reading), '', words.secret];
  }
  const rows = membersOf(reading).map(({ user, chair }) => {
    const ballot = ballots.find(({ voter }) => voter === user);
    const by = ballot?.castBy ? words.castBy + nameOf(ballot.castBy) : '';
    return [
      nameOf(user) + (chair ? words.chair : ''),
      ballot ? words.choices[ballot.choice] + by : words.notVoted,
      ballot?.reason ?? '',
      ballot ? momentOf(ballot.at, timeZone) : '',
    ];
  });
  return [countedIn(reading), '', tableOf(words.voteHead, ...rows)];
}

function countedIn(reading: Reading): string {
  const { facts, words } = reading;
  const { quorum, count } = facts;
  const { for: inFavour, against, abstained } = count;
  const values: Record<string, number> = {
    seats: membersOf(reading).length,
    recused: recusedIn(facts).length,
    ...{ ...quorum, for: inFavour, against, abstained },
  };
  return words.counted.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** Those who may vote. */
function membersOf({ facts }: Pick<Reading, 'facts'>) {
  const out = facts.recused.map(({ user }) => user);
  return facts.electorate.filter(({ user }) => !out.includes(user));
}

/** Whoever was removed has no conflict, and stands among the changes. */
function recusedIn({ recused }: DecisionFacts): DecisionFacts['recused'] {
  return recused.filter(({ kind }) => kind !== 'removed');
}

function recusalsOf({ facts, language, words, nameOf }: Reading): string[] {
  const rows = recusedIn(facts).map(({ user, reason }) => [
    nameOf(user),
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
function lostVoteOf({ facts, words }: Reading, user: string): string {
  const isOut = facts.recused.some(one => one.user === user);
  const ballot = facts.ballots?.find(({ voter }) => voter === user);
  return isOut && ballot
    ? words.notCounted.replace('{vote}', words.choices[ballot.choice])
    : '';
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
  const { words, nameOf } = reading;
  const rows = membersOf(reading).map(({ user, chair }) => [
    nameOf(user) + (chair ? words.chair : ''),
    '',
    '',
  ]);
  return rows.length > 0 ? [tableOf(words.signHead, ...rows)] : [];
}

function proofOf({ facts, words }: Reading): string[] {
  const { workflow, ballotsHash } = facts;
  return [
    `- ${words.hashOfRules}: \`${workflow.hash}\``,
    ...(ballotsHash ? [`- ${words.hashOfVotes}: \`${ballotsHash}\``] : []),
  ];
}
