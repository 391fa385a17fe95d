import { CommandRunner } from '../CommandRunner';
import { OutboxEffect } from '../hooks';
import { asNobody } from './asNobody';

/**
 * Keeps in the data of an item what its effect has answered, once however often
 * the effect is carried out.
 *
 * @internal
 */
export async function keepAnswer(
  runner: CommandRunner,
  effect: OutboxEffect,
  answer: string,
): Promise<void> {
  const { use, saveTo = '', item } = effect;
  const field = saveTo.replace(/^data\./, '');
  const command = { cause: effect, what: ['answer'] };
  await asNobody(runner, item.key, command, async ({ unit }, record) => {
    const payload = { effect: use, field, answer };
    const draft = await unit.note(record, { type: 'answered', payload });
    const data = { ...draft.item.data, [field]: answer };
    draft.item = { ...draft.item, data };
    return draft;
  });
}
