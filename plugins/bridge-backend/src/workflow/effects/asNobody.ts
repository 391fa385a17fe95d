import { BridgeError } from '@techbridge/plugin-bridge-common';
import { CommandRunner, CommandScope } from '../CommandRunner';
import { OutboxEffect } from '../hooks';
import { SYSTEM_ACTOR } from '../PersonStore';
import { Draft, ItemRecord } from '../records';

/**
 * Carries out a command that an effect has caused and that is nobody's own, once
 * however often the effect is carried out.
 *
 * @param what - tells apart the commands of one effect on one item
 * @throws BridgeError `item-not-found`
 * @internal
 */
export async function asNobody(
  runner: CommandRunner,
  key: string,
  { cause, what }: { cause: OutboxEffect; what: string[] },
  work: (scope: CommandScope, record: ItemRecord) => Promise<Draft>,
): Promise<void> {
  const [kind, ...rest] = what;
  const input = [kind, key, cause.dedupeKey, ...rest];
  const request = {
    ...{ person: SYSTEM_ACTOR, input, now: cause.at },
    ...{ idempotencyKey: input.join(' '), status: 200 as const },
  };
  await runner.run(request, async scope => {
    const record = await scope.unit.load(key);
    if (!record) {
      throw new BridgeError('item-not-found', { params: { key } });
    }
    return work(scope, record);
  });
}
