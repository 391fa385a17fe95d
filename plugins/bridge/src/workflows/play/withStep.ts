import type { PlayStep } from '@techbridge/plugin-bridge-common';

const VOTE = /^(vote \S+ \S+) x(\d+)$/;

/**
 * Steps with one more; a vote like the one before makes that one larger.
 *
 * @internal
 */
export function withStep(steps: PlayStep[], step: string): PlayStep[] {
  const last = steps.at(-1);
  const [, vote] = VOTE.exec(step) ?? [];
  const [, before, times] =
    VOTE.exec(typeof last === 'string' ? last : '') ?? [];
  return vote !== undefined && vote === before
    ? [...steps.slice(0, -1), `${vote} x${Number(times) + 1}`]
    : [...steps, step];
}
