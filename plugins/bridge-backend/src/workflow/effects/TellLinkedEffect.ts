import { BridgeError } from '@techbridge/plugin-bridge-common';
import { CommandRunner } from '../CommandRunner';
import { EffectHandler, OutboxEffect } from '../hooks';
import { LinkStore } from '../LinkStore';
import { SYSTEM_ACTOR } from '../PersonStore';

// Items that only resemble each other go their own ways.
const LOOSE = new Set(['relatesTo', 'duplicateOf']);

/**
 * Tells linked items that a milestone was reached. Each hears of it once, as an
 * event; one that does not listen stays as it is.
 *
 * @internal
 */
export class TellLinkedEffect implements EffectHandler {
  readonly use = 'tellLinked';

  constructor(
    private readonly parts: {
      runner: CommandRunner;
      links: LinkStore;
    },
  ) {}

  async handle(effect: OutboxEffect): Promise<void> {
    for (const { item, type } of await this.parts.links.of(effect.item.id)) {
      if (!LOOSE.has(type)) {
        await this.tell(item.key, effect);
      }
    }
  }

  private async tell(key: string, effect: OutboxEffect): Promise<void> {
    try {
      await this.event(key, effect);
    } catch (error) {
      if (!(error instanceof BridgeError)) {
        throw error;
      }
    }
  }

  private async event(
    key: string,
    { with: { event }, dedupeKey, at }: OutboxEffect,
  ): Promise<void> {
    const input = ['event', key, dedupeKey];
    await this.parts.runner.run(
      {
        person: SYSTEM_ACTOR,
        input,
        idempotencyKey: input.join(' '),
        status: 200,
        now: at,
      },
      async ({ unit }) => {
        const record = await unit.load(key);
        if (!record) {
          throw new BridgeError('item-not-found', { params: { key } });
        }
        const command = { type: 'event' as const, name: String(event) };
        return unit.advance(record, command);
      },
    );
  }
}
