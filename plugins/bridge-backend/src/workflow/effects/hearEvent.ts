import { BridgeError } from '@techbridge/plugin-bridge-common';
import { CommandRunner } from '../CommandRunner';
import { OutboxEffect } from '../hooks';
import { asNobody } from './asNobody';

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
  const command = { cause, what: ['event', name] };
  try {
    await asNobody(runner, key, command, ({ unit }, record) =>
      unit.advance(record, { type: 'event', name }),
    );
  } catch (error) {
    if (!(error instanceof BridgeError)) {
      throw error;
    }
  }
}
