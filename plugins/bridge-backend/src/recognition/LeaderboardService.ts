import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  LeaderboardId,
  LeaderboardRow,
  recognitionReadPermission,
  Season,
  Standing,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { ranked, seasonOf } from './model';
import { Position, ScoreStore } from './ScoreStore';

/** Asks the permission framework once a request. @internal */
export type PermissionGate = Pick<Authorizer<unknown>, 'require'>;

/** The first places of a season, and where the caller stands. @internal */
export interface SeasonBoard {
  season: string;
  slice: { items: LeaderboardRow[]; total: number };
  me: Standing | null;
}

/**
 * Tells who is ahead. Beyond the first places everybody sees only the own one.
 *
 * @internal
 */
export class LeaderboardService {
  constructor(
    private readonly scores: ScoreStore,
    private readonly gate: PermissionGate,
    private readonly clock: Clock,
  ) {}

  /** The first places of a season; without a season, of the current one. */
  async get(
    board: LeaderboardId,
    query: { season?: string; limit: number },
    caller: BackstageCredentials,
  ): Promise<SeasonBoard> {
    await this.gate.require(recognitionReadPermission, caller);
    const season = query.season ?? (await this.currentSeason());
    const user = personOf(caller);
    const [items, position] = await Promise.all([
      this.places({ season, board }, query.limit),
      this.scores.position({ season, board }, user ?? ''),
    ]);
    return {
      season,
      slice: { items, total: position.people },
      me: user === undefined ? null : standing(position),
    };
  }

  /** The seasons with points, and the current one, newest first. */
  async seasons(
    page: { limit: number; after?: string },
    caller: BackstageCredentials,
  ): Promise<{ items: Season[]; total: number; next?: string[] }> {
    await this.gate.require(recognitionReadPermission, caller);
    const { limit, after } = page;
    const current = await this.currentSeason();
    const known = new Set([current, ...(await this.scores.seasons())]);
    const all = [...known].sort().reverse();
    const rest = all.filter(id => after === undefined || id < after);
    const items = rest
      .slice(0, limit)
      .map(id => ({ id, current: id === current }));
    const last = items.at(-1);
    return {
      items,
      total: all.length,
      ...(rest.length > limit && last && { next: [last.id] }),
    };
  }

  private async currentSeason(): Promise<string> {
    const now = await this.clock.now();
    return seasonOf(now.toISO() ?? '', this.clock.timeZone);
  }

  private async places(
    wanted: { season: string; board: LeaderboardId },
    limit: number,
  ): Promise<LeaderboardRow[]> {
    const places = ranked(await this.scores.top(wanted, limit));
    const people = await this.scores.names(
      places.map(({ personId }) => personId),
    );
    return places.flatMap(({ rank, personId, points }) => {
      const person = people.get(personId);
      return person ? [{ rank, person, points }] : [];
    });
  }
}

function standing({ points, ahead, next }: Position): Standing {
  return {
    points,
    rank: points > 0 ? ahead + 1 : null,
    toNext: next === null ? null : next - points,
  };
}

function personOf(caller: BackstageCredentials): string | undefined {
  return (caller.principal as { userEntityRef?: string }).userEntityRef;
}
