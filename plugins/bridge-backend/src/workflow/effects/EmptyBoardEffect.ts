import { Title } from '@techbridge/plugin-bridge-common';
import { EffectHandler, OutboxEffect } from '../hooks';
import { OwnerNeeds, sendToOwner } from './tellOwner';

/**
 * Tells the owner of a workflow that nobody has the role that votes on a board,
 * which the engine sets off by itself when such a board opens.
 *
 * @internal
 */
export class EmptyBoardEffect implements EffectHandler {
  readonly use = 'emptyBoard';

  constructor(private readonly needs: OwnerNeeds) {}

  async handle(effect: OutboxEffect): Promise<void> {
    if (effect.recorded) {
      return;
    }
    const { item, dedupeKey } = effect;
    const { en, zh } = effect.with.label as Title;
    await sendToOwner(this.needs, effect, {
      title: `${item.key}：“${zh}”没有表决人，请检查对应的角色 · ${item.key}: “${en}” has nobody who votes; please look at its role`,
      scope: `bridge:${dedupeKey}`,
    });
  }
}
