import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ItemData } from '@techbridge/bridge-workflow';
import {
  ActInput,
  BridgeError,
  ConditionInput,
  CreateItem,
  fieldError,
  itemActPermission,
  itemCreatePermission,
  itemReadPermission,
  LinkType,
} from '@techbridge/plugin-bridge-common';
import { Authorizer } from '../permissions/Authorizer';
import { ItemCondition, ItemFilter } from '../permissions/itemRules';
import { checkReferences } from './checkReferences';
import { CommandRunner, CommandScope } from './CommandRunner';
import { CommandAnswer } from './KeptAnswers';
import { ReferenceChecker } from './hooks';
import { ItemService } from './ItemService';
import { Draft, ItemRecord } from './records';
import { StaleItemError } from './refusals';
import { UnitOfWork } from './UnitOfWork';

/** Who sends a command. @internal */
export interface CommandCaller {
  /** The person's reference. */
  person: string;
  credentials: BackstageCredentials;
  idempotencyKey?: string;
  /** Set when history is carried out: when it happened, and under which keys. */
  recorded?: { now: string; key?: string; keys?: string[] };
}

/**
 * What people do with items.
 *
 * @internal
 */
export class ItemCommandService {
  constructor(
    private readonly parts: {
      runner: CommandRunner;
      items: ItemService;
      authorizer: Authorizer<ItemCondition>;
      references: ReferenceChecker;
    },
  ) {}

  /** Makes an item. */
  async create(
    input: CreateItem,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { authorizer, references, runner } = this.parts;
    await authorizer.require(itemCreatePermission, caller.credentials);
    const sees = input.links.length > 0 ? await this.seenBy(caller) : 'all';
    await checkReferences(references, input.data as ItemData);
    const { workflow, links } = input;
    const data = input.data as ItemData;
    const request = { ...requestOf(caller, ['create', input], 201), sees };
    return runner.run(request, async ({ unit }) => {
      const key = caller.recorded?.key;
      const draft = await unit.begin({ workflow, data, key });
      for (const [place, link] of links.entries()) {
        await this.linkByHand(unit, draft, link, `links.${place}`);
      }
      return draft;
    });
  }

  /** Carries out an action of the workflow. */
  async act(
    key: string,
    action: string,
    input: ActInput,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const data = (input.data ?? {}) as ItemData;
    await checkReferences(this.parts.references, data);
    const command = { type: 'action' as const, action, data };
    const { comment, rev } = input;
    return this.change(
      key,
      caller,
      ['act', key, action, input],
      ({ unit }, record) => {
        if (record.rev !== rev) {
          throw new StaleItemError(key);
        }
        const after = { ...record.item.data, ...data };
        return unit.advance(record, { ...command, comment }, after);
      },
    );
  }

  /** Declares a conflict of interest on a board. */
  recuse(
    key: string,
    input: { board: string; reason: string; voter?: string },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    return this.change(
      key,
      caller,
      ['recuse', key, input],
      ({ unit }, record) => unit.advance(record, { type: 'recuse', ...input }),
    );
  }

  /** Notes that a condition of a decision is met, or after all is not. */
  reportCondition(
    key: string,
    condition: string,
    input: ConditionInput,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    return this.change(
      key,
      caller,
      ['condition', key, condition, input],
      ({ unit }, record) =>
        unit.advance(record, { type: 'condition', condition, ...input }),
    );
  }

  /** Adds a comment to the history of an item. */
  comment(
    key: string,
    text: string,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    return this.change(
      key,
      caller,
      ['comment', key, text],
      ({ unit }, record) =>
        unit.note(record, { type: 'comment', payload: { text } }),
    );
  }

  /** Links an item with another one. */
  link(
    key: string,
    input: { type: LinkType; key: string },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    return this.change(
      key,
      caller,
      ['link', key, input],
      async ({ unit }, record) => {
        const draft = await unit.open(record);
        await this.linkByHand(unit, draft, input);
        return draft;
      },
    );
  }

  /**
   * Runs a change of one item for somebody who may see it and act on it.
   *
   * @param before - what is done instead of holding the item
   * @throws BridgeError `item-changed` with the state that won
   */
  async change(
    key: string,
    caller: CommandCaller,
    input: unknown,
    work: (scope: CommandScope, record: ItemRecord) => Promise<Draft>,
    before?: (scope: CommandScope) => Promise<void>,
  ): Promise<CommandAnswer> {
    const sees = await this.allow(key, caller);
    try {
      return await this.parts.runner.run(
        { ...requestOf(caller, input, 200), sees },
        async scope => {
          await before?.(scope);
          const record = await scope.unit.load(key, before ? 'look' : 'hold');
          if (!record) {
            throw new BridgeError('item-not-found', { params: { key } });
          }
          return work(scope, record);
        },
      );
    } catch (error) {
      if (error instanceof StaleItemError) {
        throw await this.changedMeanwhile(key, caller.person, sees);
      }
      throw error;
    }
  }

  private async linkByHand(
    unit: UnitOfWork,
    draft: Draft,
    link: { type: LinkType; key: string },
    place?: string,
  ): Promise<void> {
    const at = (field: string) => (place ? `${place}.${field}` : field);
    if (!isByHand(link.type, draft.record.kind)) {
      throw fieldError(at('type'), 'link-by-action', { value: link.type });
    }
    await unit.link(draft, link, { field: at('key'), fresh: true });
  }

  private seenBy({ credentials }: CommandCaller): Promise<ItemFilter> {
    return this.parts.authorizer.filterFor(itemReadPermission, credentials);
  }

  /** @returns which items the caller may see */
  private async allow(
    key: string,
    { credentials }: CommandCaller,
  ): Promise<ItemFilter> {
    const { authorizer, items } = this.parts;
    const [read, act] = await authorizer.filtersFor(
      [itemReadPermission, itemActPermission],
      credentials,
    );
    if (read !== 'all') {
      await items.visible(key, read);
    }
    if (act !== 'all' && !(await items.covers(key, act))) {
      throw new BridgeError('not-allowed');
    }
    return read;
  }

  private async changedMeanwhile(
    key: string,
    person: string,
    sees: ItemFilter,
  ) {
    const record = await this.parts.items.visible(key, 'all');
    const current = await this.parts.items.show(record, person, sees);
    return new BridgeError('item-changed', { params: { key }, current });
  }
}

/**
 * What leads from one step of the chain to the next is made by the actions of
 * the workflow; an author says by hand what a case documents.
 */
function isByHand(type: LinkType, kind: string): boolean {
  return type === 'relatesTo' || (type === 'documents' && kind === 'Case');
}

function requestOf(
  { person, idempotencyKey, recorded }: CommandCaller,
  input: unknown,
  status: 200 | 201,
) {
  const { now, keys } = recorded ?? {};
  return { person, idempotencyKey, input, status, now, keys };
}
