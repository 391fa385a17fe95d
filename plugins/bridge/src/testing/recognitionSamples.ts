import type {
  Contribution,
  Leaderboard,
  LeaderboardRow,
} from '@techbridge/plugin-bridge-common';

/** A place on a leaderboard. @internal */
export function aPlace(
  rank: number,
  user: string,
  name: string,
  points: number,
): LeaderboardRow {
  return { rank, points, person: { ref: `user:default/${user}`, name } };
}

/** A leaderboard with one person. @internal */
export function aLeaderboard(changes: Partial<Leaderboard> = {}): Leaderboard {
  const items = changes.items ?? [
    aPlace(1, 'chen.zhiyuan', '陈志远 Chen Zhiyuan', 130),
  ];
  return {
    total: items.length,
    nextCursor: null,
    season: '2025-Q4',
    me: null,
    ...changes,
    items,
  };
}

/** Points for a proposal that the board has adopted. @internal */
export function aContribution(
  changes: Partial<Contribution> = {},
): Contribution {
  return {
    id: '1',
    dimension: 'business',
    rule: 'proposal-adopted',
    label: { en: 'Proposal adopted', zh: '优化提案被采纳' },
    points: 10,
    at: '2025-05-22T08:00:00.000Z',
    season: '2025-Q2',
    source: { key: 'OP-2025-018', title: 'Dynamic bulk-purchase threshold' },
    milestone: 'adopted',
    confirmedBy: {
      ref: 'user:default/zhou.qiming',
      name: '周启明 Zhou Qiming',
    },
    ...changes,
  };
}
