import type { PlayStep } from '@techbridge/plugin-bridge-common';

const VOTE = /^(vote \S+ \S+) x(\d+)$/;

/**
 * Steps with one more; a vote like the one before makes that one larger.
 *
 * @internal
 */
export function withStep(steps: PlayStep[], step: PlayStep): PlayStep[] {
  const [, vote] = VOTE.exec(textOf(step)) ?? [];
  const [, before, times] = VOTE.exec(textOf(steps.at(-1))) ?? [];
  return vote !== undefined && vote === before
    ? [...steps.slice(0, -1), `${vote} x${Number(times) + 1}`]
    : [...steps, step];
}

/** A step that says more than its words is like no other. */
function textOf(step: PlayStep | undefined): string {
  return typeof step === 'string' ? step : '';
}
