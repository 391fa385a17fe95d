import { BridgeError } from '@techbridge/plugin-bridge-common';
import { CommandRunner } from '../CommandRunner';
import { OutboxEffect } from '../hooks';
import { SYSTEM_ACTOR } from '../PersonStore';

/**
 * Lets an item hear an event that an effect has caused, once however often the
 * effect is carried out. An item that does not listen stays as it is.
 *
 * @internal
 */
export async function hearEvent(
  runner: CommandRunner,
  key: string,
  { name, cause }: { name: string; cause: OutboxEffect },
): Promise<void> {
  const input = ['event', key, cause.dedupeKey, name];
  const request = {
    ...{ person: SYSTEM_ACTOR, input, now: cause.at },
    ...{ idempotencyKey: input.join(' '), status: 200 as const },
  };
  try {
    await runner.run(request, async ({ unit }) => {
      const record = await unit.load(key);
      if (!record) {
        throw new BridgeError('item-not-found', { params: { key } });
      }
      return unit.advance(record, { type: 'event', name });
    });
  } catch (error) {
    if (!(error instanceof BridgeError)) {
      throw error;
    }
  }
}
