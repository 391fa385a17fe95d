import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { DecisionRecord, Page } from '@techbridge/plugin-bridge-common';
import { ClosedBoardService } from '../workflow/ClosedBoardService';
import { DecisionFacts, decisionRecord } from './decisionRecord';
import { decisionText } from './decisionText';
import { ItemMeetingService } from './meetings/ItemMeetingService';

/**
 * The records of what boards have decided.
 *
 * @internal
 */
export class DecisionService {
  constructor(
    private readonly parts: {
      boards: ClosedBoardService;
      meetings: ItemMeetingService;
      nameOf: (ref: string) => Promise<string>;
      timeZone: string;
    },
  ) {}

  /**
   * The record of every board that has closed on an item, newest first. There
   * are as many as rounds, which definitions limit.
   *
   * @throws BridgeError `item-not-found`, also when the caller may not see it
   */
  async list(
    key: string,
    caller: BackstageCredentials,
  ): Promise<Page<DecisionRecord>> {
    const decided = await this.parts.boards.of(key, caller);
    const meetingAt = await this.parts.meetings.during(decided.key);
    const all = decided.closed.map(board => {
      const { closedAt } = board.sitting;
      const meeting = closedAt ? meetingAt(closedAt) : undefined;
      return { ...decisionRecord(decided, board), ...(meeting && { meeting }) };
    });
    const items = await Promise.all(all.map(facts => this.written(facts)));
    return { items, total: items.length, nextCursor: null };
  }

  private async written(facts: DecisionFacts): Promise<DecisionRecord> {
    const { nameOf, timeZone } = this.parts;
    const people = peopleIn(facts);
    const names = new Map<string, string>();
    for (const ref of people) {
      names.set(ref, await nameOf(ref));
    }
    const reading = {
      nameOf: (ref: string) => names.get(ref) ?? ref,
      timeZone,
    };
    return {
      ...facts,
      markdown: {
        en: decisionText(facts, 'en', reading),
        zh: decisionText(facts, 'zh', reading),
      },
    };
  }
}

function peopleIn({
  electorate,
  recused,
  changes = [],
  conditions,
  reopens,
  ballots = [],
}: DecisionFacts): Set<string> {
  return new Set([
    ...[...electorate, ...recused].map(({ user }) => user),
    ...changes.flatMap(({ voter, by }) => [voter, by]),
    ...conditions.flatMap(({ owner, by }) => [owner, by]),
    ...(reopens ? [reopens.by] : []),
    ...recused.flatMap(({ by }) => by ?? []),
    ...ballots.flatMap(({ castBy }) => castBy ?? []),
  ]);
}
