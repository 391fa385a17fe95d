import { Clock } from '../../database/Clock';
import { EffectHandler, OutboxEffect } from '../hooks';
import { ItemQueryStore } from '../ItemQueryStore';
import { FollowStore } from './FollowStore';

/**
 * Tells those who watch an item that it stands in another state. Whoever may
 * not read it any more hears nothing: what permissions said when the person
 * last asked to watch is held against the item as it is now.
 *
 * @internal
 */
export class TellWatchersEffect implements EffectHandler {
  readonly use = 'tellWatchers';

  constructor(
    private readonly parts: {
      follows: FollowStore;
      queries: ItemQueryStore;
      clock: Clock;
      notify: EffectHandler;
    },
  ) {}

  async handle(effect: OutboxEffect): Promise<void> {
    const { follows, queries, clock, notify } = this.parts;
    const { id, key } = effect.item;
    const now = await clock.moment();
    const to = new Set<string>();
    for (const { person, sees } of await follows.watchersOf(id)) {
      if (sees === 'all' || (await queries.get(key, sees, now))) {
        to.add(person);
      }
    }
    const wish = { ...effect.with, to: [...to], template: 'item-moved' };
    await notify.handle({ ...effect, with: wish });
  }
}
