import { DueEffect, ItemData, JournalLine } from '@techbridge/bridge-workflow';
import { fieldError } from '@techbridge/plugin-bridge-common';
import { fieldWith } from '../fieldWith';
import { SYSTEM_ACTOR } from '../PersonStore';

const MOST_POINTS = 1_000;

/**
 * The line of the journal that awards points; none where no person confirms
 * them. The ledger follows the journal, so they are given once, and can be
 * counted anew.
 *
 * @throws BridgeError that names the field whose number cannot be awarded
 * @internal
 */
export function awardLines(
  effect: DueEffect,
  data: ItemData,
  actor: string,
): JournalLine[] {
  if (actor === SYSTEM_ACTOR) {
    return [];
  }
  const { points, reason, dimension = 'business' } = effect.with;
  refuseOddPoints(points, fieldWith(data, points, 'points'));
  const texts =
    typeof reason === 'object' ? reason : { en: reason, zh: reason };
  const to = effect.recipients ?? [];
  const payload = { to, points, reason: texts, dimension };
  return [{ type: 'award', payload }];
}

function refuseOddPoints(points: unknown, field: string): void {
  if (typeof points !== 'number' || !Number.isInteger(points)) {
    throw fieldError(field, 'wrong-type', { expected: 'integer' });
  }
  if (points < 1) {
    throw fieldError(field, 'too-small', { minimum: 1 });
  }
  if (points > MOST_POINTS) {
    throw fieldError(field, 'too-large', { maximum: MOST_POINTS });
  }
}
