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
  itemNotePermission,
  itemReadPermission,
  LinkType,
} from '@techbridge/plugin-bridge-common';
import { Authorizer } from '../permissions/Authorizer';
import { ItemCondition, ItemFilter } from '../permissions/itemRules';
import { checkReferences } from './checkReferences';
import { CommandRunner, CommandScope } from './CommandRunner';
import { CommandAnswer } from './KeptAnswers';
import { ReferenceChecker } from './hooks';
import { ItemAccess } from './ItemAccess';
import { ItemService } from './ItemService';
import { onlyOpenTo } from './itemFilter';
import { keysIn } from './keysIn';
import { mayNote, NOTE } from './notes';
import { ReaderStore } from './ReaderStore';
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

/** How an item is changed. @internal */
export interface ItemChangeWork {
  /** Everything that makes it the same command. */
  input: unknown;
  work(scope: CommandScope, record: ItemRecord): Promise<Draft>;
  /** What is done instead of holding the item. */
  before?: (scope: CommandScope) => Promise<void>;
  status?: 200 | 201;
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
      /** Whether modules name people, for whom nothing held may wait. */
      hasRoleSources: boolean;
    },
  ) {}

  /** Makes an item. */
  async create(
    input: CreateItem,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { authorizer, references, runner } = this.parts;
    await authorizer.require(itemCreatePermission, caller.credentials);
    const { workflow, links } = input;
    const data = input.data as ItemData;
    const namesItems = links.length > 0 || keysIn(data).length > 0;
    const sees = namesItems ? await this.seenBy(caller) : 'all';
    await checkReferences(references, data);
    const request = { ...requestOf(caller, ['create', input], 201), sees };
    return runner.run(request, async ({ unit }) => {
      const key = caller.recorded?.key;
      const isPrivate = input.private;
      const draft = await unit.begin({ workflow, data, key, isPrivate });
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

  /**
   * Adds a comment to the history of an item, or an internal note for those who
   * work on it.
   *
   * @throws BridgeError `note-not-allowed` for whoever could not read the note
   */
  async comment(
    key: string,
    { text, internal }: { text: string; internal?: boolean },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const access = await this.allow(key, caller);
    const input = ['comment', key, text, ...(internal ? [NOTE] : [])];
    return this.changeAs(access, key, caller, {
      input,
      work: async ({ unit }, record) => {
        const draft = await unit.open(record);
        if (internal && !mayNote(draft, caller.person, access.notes)) {
          throw new BridgeError('note-not-allowed', { params: { key } });
        }
        const type = internal ? NOTE : 'comment';
        return unit.note(record, { type, payload: { text } });
      },
    });
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
    const access = await this.allow(key, caller);
    return this.changeAs(access, key, caller, { input, work, before });
  }

  /** The same, for somebody of whom it is known what permissions say. */
  async changeAs(
    access: ItemAccess,
    key: string,
    caller: CommandCaller,
    { input, work, before, status = 200 }: ItemChangeWork,
  ): Promise<CommandAnswer> {
    const { runner, items, hasRoleSources } = this.parts;
    await (hasRoleSources && items.askAhead(key, access.sees));
    try {
      return await runner.run(
        { ...requestOf(caller, input, status), ...access },
        async scope => {
          await before?.(scope);
          const record = await scope.unit.load(key, before ? 'look' : 'hold');
          if (!record || !(await isShown(scope, record))) {
            throw new BridgeError('item-not-found', { params: { key } });
          }
          return work(scope, record);
        },
      );
    } catch (error) {
      if (error instanceof StaleItemError) {
        throw await this.changedMeanwhile(key, caller.person, access);
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

  /**
   * What permissions say of somebody who wants to change an item.
   *
   * @throws BridgeError `item-not-found` or `not-allowed`
   */
  async allow(
    key: string,
    { credentials }: CommandCaller,
  ): Promise<ItemAccess> {
    const { authorizer, items } = this.parts;
    const [read, act, notes] = await authorizer.filtersOrNone(
      [itemReadPermission, itemActPermission, itemNotePermission],
      credentials,
    );
    if (read === undefined || act === undefined) {
      throw new BridgeError('not-allowed');
    }
    // Whether it is private from the person is seen when it is read.
    if (onlyOpenTo(read) === undefined) {
      await items.visible(key, read);
    }
    if (act !== 'all' && !(await items.covers(key, act))) {
      throw new BridgeError('not-allowed');
    }
    return { sees: read, notes: await items.isWithin(key, notes) };
  }

  private async changedMeanwhile(
    key: string,
    person: string,
    access: ItemAccess,
  ) {
    const record = await this.parts.items.visible(key, 'all');
    const current = await this.parts.items.show(record, person, access);
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

/** Whether a person sees an item that a command is about. */
async function isShown(
  { trx, unit }: CommandScope,
  { id, item }: ItemRecord,
): Promise<boolean> {
  return !item.private || new ReaderStore(trx).isReader(id, unit.acting.ref);
}

function requestOf(
  { person, idempotencyKey, recorded }: CommandCaller,
  input: unknown,
  status: 200 | 201,
) {
  const { now, keys } = recorded ?? {};
  return { person, idempotencyKey, input, status, now, keys };
}
