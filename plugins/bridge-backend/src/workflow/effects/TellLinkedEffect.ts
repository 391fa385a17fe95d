import { CommandRunner } from '../CommandRunner';
import { EffectHandler, OutboxEffect } from '../hooks';
import { LinkStore } from '../LinkStore';
import { hearEvent } from './hearEvent';

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
    const { runner, links } = this.parts;
    const name = String(effect.with.event);
    for (const { item, type } of await links.of(effect.item.id)) {
      if (!LOOSE.has(type)) {
        await hearEvent(runner, item.key, { name, cause: effect });
      }
    }
  }
}
