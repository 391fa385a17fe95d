import { BridgeError } from '@techbridge/plugin-bridge-common';
import { CommandRunner } from '../CommandRunner';
import { EffectHandler, OutboxEffect } from '../hooks';
import { SYSTEM_ACTOR } from '../PersonStore';

const LONGEST = 4_000;

/**
 * Adds a comment of nobody to the history of an item, once however often it is
 * carried out.
 *
 * @internal
 */
export class CommentEffect implements EffectHandler {
  readonly use = 'comment';

  constructor(private readonly parts: { runner: CommandRunner }) {}

  async handle({ with: { text }, item, dedupeKey, at }: OutboxEffect) {
    const words = String(text ?? '')
      .trim()
      .slice(0, LONGEST);
    const input = ['comment', item.key, dedupeKey];
    const request = {
      ...{ person: SYSTEM_ACTOR, input, now: at },
      ...{ idempotencyKey: input.join(' '), status: 200 as const },
    };
    await this.parts.runner.run(request, async ({ unit }) => {
      const record = await unit.load(item.key);
      if (!record) {
        throw new BridgeError('item-not-found', { params: { key: item.key } });
      }
      return unit.note(record, { type: 'comment', payload: { text: words } });
    });
  }
}
