import { BridgeError, FieldProblem } from '@techbridge/plugin-bridge-common';
import { dayOf } from '../../database/dayOf';
import { Transaction } from '../ItemStore';
import { NamedItemStore } from '../NamedItemStore';
import { Acting } from '../records';

/**
 * That items cannot be merged, without the key of an item which the person may
 * not see: the one of which the other is a duplicate already.
 *
 * @internal
 */
export async function mergeRefusal(
  trx: Transaction,
  { sees, now, timeZone }: Acting,
  problem: FieldProblem,
): Promise<BridgeError> {
  const { into, ...params } = problem.params ?? {};
  const refusal = (field: FieldProblem) =>
    new BridgeError('invalid-input', { fields: [field] });
  if (problem.code !== 'is-duplicate' || into === undefined) {
    return refusal(problem);
  }
  const reader = { filter: sees, today: dayOf(now, timeZone) };
  const seen = await new NamedItemStore(trx).find(
    [String(into)],
    reader,
    false,
  );
  return refusal(
    seen.size > 0
      ? problem
      : { ...problem, code: 'is-duplicate-of-unseen' as const, params },
  );
}
