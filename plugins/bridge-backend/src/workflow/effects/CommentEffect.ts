import { CommandRunner } from '../CommandRunner';
import { EffectHandler, OutboxEffect } from '../hooks';
import { asNobody } from './asNobody';

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

  async handle(effect: OutboxEffect): Promise<void> {
    const text = String(effect.with.text ?? '')
      .trim()
      .slice(0, LONGEST);
    const command = { cause: effect, what: ['comment'] };
    const { runner } = this.parts;
    await asNobody(runner, effect.item.key, command, ({ unit }, record) =>
      unit.note(record, { type: 'comment', payload: { text } }),
    );
  }
}
