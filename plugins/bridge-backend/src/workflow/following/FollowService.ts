import { BridgeError, SupportInput } from '@techbridge/plugin-bridge-common';
import { checkReferences } from '../checkReferences';
import { CommandScope } from '../CommandRunner';
import { ReferenceChecker } from '../hooks';
import { CommandCaller, ItemCommandService } from '../ItemCommandService';
import { withoutPrivacy } from '../itemFilter';
import { CommandAnswer } from '../KeptAnswers';
import { PersonStore } from '../PersonStore';
import { Draft, ItemRecord } from '../records';
import { FollowStore } from './FollowStore';
import { tellWhereEnough } from './tellWhereEnough';
import { maySupportForOthers, refuseOwn } from './model';

/**
 * Lets people support and watch items. Like ballots these are rows of their
 * own: they change neither the item nor its history, so that many can do so at
 * once.
 *
 * @internal
 */
export class FollowService {
  constructor(
    private readonly parts: {
      commands: ItemCommandService;
      follows: FollowStore;
      people: PersonStore;
      references: ReferenceChecker;
    },
  ) {}

  /**
   * Notes that a person supports an item, or does no longer; once is enough.
   *
   * @throws BridgeError `support-own` for whoever brought it in
   */
  async support(
    key: string,
    input: SupportInput,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { onBehalfOf } = input;
    if (onBehalfOf) {
      await checkReferences(this.parts.references, { onBehalfOf }, '');
    }
    return this.follow(
      key,
      caller,
      ['support', key, input],
      (scope, record, draft) =>
        this.keepSupport(scope, record, draft, input, caller),
    );
  }

  /** Lets a person watch an item, or no longer. */
  watch(
    key: string,
    { on }: { on: boolean },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { follows } = this.parts;
    return this.follow(
      key,
      caller,
      ['watch', key, on],
      async ({ trx, unit, personId, now }, { id: itemId }) => {
        // Whether it is private from the person is seen when there is news.
        const sees = withoutPrivacy(unit.acting.sees);
        await (on
          ? follows.watch(trx, { itemId, personId, sees, at: now })
          : follows.unwatch(trx, itemId, personId));
      },
    );
  }

  private follow(
    key: string,
    caller: CommandCaller,
    input: unknown,
    work: (
      scope: CommandScope,
      record: ItemRecord,
      draft: Draft,
    ) => Promise<void>,
  ): Promise<CommandAnswer> {
    return this.parts.commands.change(
      key,
      caller,
      input,
      async (scope, found) => {
        const record = await this.heldWhereCounted(scope, found);
        const draft = await scope.unit.open(record);
        await work(scope, record, draft);
        draft.record = { ...draft.record, isFollowed: true };
        return draft;
      },
      // Nobody has to wait for others who do the same.
      async () => undefined,
    );
  }

  /**
   * Where an item waits for supporters they come one after the other, so that
   * exactly one of them is the last. Whoever is read later is as it stands now.
   */
  private async heldWhereCounted(
    { unit }: CommandScope,
    record: ItemRecord,
  ): Promise<ItemRecord> {
    const isCounted = record.item.data.reopenSupporters !== undefined;
    return isCounted
      ? (await unit.load(record.item.key, 'hold')) ?? record
      : record;
  }

  private async keepSupport(
    scope: CommandScope,
    { id: itemId, item }: ItemRecord,
    draft: Draft,
    { withdraw, onBehalfOf }: SupportInput,
    caller: CommandCaller,
  ): Promise<void> {
    const { trx, unit, personId: recordedBy, now: at } = scope;
    const { follows, people } = this.parts;
    const person = onBehalfOf ?? caller.person;
    if (
      person !== caller.person &&
      !maySupportForOthers(draft, caller.person)
    ) {
      throw new BridgeError('support-for-others');
    }
    const following = await follows.facts(itemId, person, trx);
    const refusal = refuseOwn(item, following, person);
    if (refusal) {
      throw refusal;
    }
    const ids = await people.ids(trx, [person]);
    const personId = ids.get(person) ?? recordedBy;
    const row = { itemId, personId, recordedBy, at };
    if (withdraw) {
      // What somebody said for themselves only they take back.
      if (person !== caller.person && following.recordedBy === person) {
        throw new BridgeError('support-for-others');
      }
      await follows.withdraw(trx, row);
    } else if (!following.mine) {
      await tellWhereEnough({ trx, unit, follows, draft }, () =>
        follows.support(trx, row),
      );
    }
  }
}
