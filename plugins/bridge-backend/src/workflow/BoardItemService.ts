import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ApprovalState,
  ItemBoard,
  ItemCondition,
  ItemData,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import {
  ItemBoardView,
  itemReadPermission,
  ItemRow,
  Title,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { ItemCondition as ItemRule } from '../permissions/itemRules';
import { BallotStore } from './BallotStore';
import { BoardStore, OpenKind } from './BoardStore';
import { byItsRules } from './ClosedBoardService';
import { DefinitionService } from './DefinitionService';
import { DirectoryReader } from './hooks';
import { boardViews, ItemPresenter, toRow } from './ItemPresenter';
import { ItemQueryStore } from './ItemQueryStore';
import { needsOfAll } from './needsOfAll';
import { ItemRecord } from './records';

/** A board that has closed, and what it is called. @internal */
export interface EndedBoard {
  sitting: ItemBoard;
  label: Title;
}

/** An item for those who vote on it together. @internal */
export interface BoardItem {
  id: number;
  row: ItemRow;
  data: ItemData;
  /** As the reader sees them. */
  boards: ItemBoardView[];
  /** Of all rounds. */
  ended: EndedBoard[];
  conditions: ItemCondition[];
}

/** As many items as a meeting can have before it. */
const MOST = 100;

/**
 * Items on which boards vote, for the room that calls those together who do.
 *
 * @internal
 */
export class BoardItemService {
  constructor(
    private readonly parts: {
      boards: BoardStore;
      ballots: BallotStore;
      queries: ItemQueryStore;
      presenter: ItemPresenter;
      definitions: DefinitionService;
      directories: DirectoryReader;
      authorizer: Authorizer<ItemRule>;
      clock: Clock;
    },
  ) {}

  /**
   * The items that wait for the votes of a group, whoever may see them: those
   * that a meeting can have before it, and how many more there are.
   */
  async ready(group: string): Promise<{ ids: number[]; more: number }> {
    const { boards } = this.parts;
    const kinds = await boards.openKinds();
    const groups = await Promise.all(kinds.map(kind => this.groupOf(kind)));
    const own = kinds.filter((_, place) => groups[place] === group);
    return boards.withOpen(own, MOST);
  }

  /** The groups whose votes an item waits for. */
  async groupsAskedBy(itemId: number): Promise<Set<string>> {
    const kinds = await this.parts.boards.openKinds(itemId);
    const groups = await Promise.all(kinds.map(kind => this.groupOf(kind)));
    return new Set(groups.flatMap(group => group ?? []));
  }

  /** Items by number, as far as they are not private from a person. */
  async items(ids: number[], actor: string): Promise<BoardItem[]> {
    const { queries, boards, ballots, presenter } = this.parts;
    const records = await queries.whole(ids, actor);
    const [rows, ended, counting, assignees] = await Promise.all([
      this.withDefinitions(records),
      boards.closedOf(ids),
      ballots.countingOf(
        records.map(({ id, item }) => ({ id, boards: item.boards })),
      ),
      queries.assignees(ids),
    ]);
    const context = await this.contextOf(rows, actor);
    const shown = await presenter.rows(
      records.map(toRow),
      assignees,
      context.now,
    );
    const whole = rows.map(async ({ record, definition }, place) => {
      const { id, item } = record;
      const votes = counting.get(id) ?? new Map();
      const past = ended.get(id) ?? [];
      return {
        ...{ id, row: shown[place], data: item.data },
        boards: boardViews(definition, item, context, votes),
        ended: await Promise.all(past.map(one => this.called(one, item))),
        conditions: item.conditions ?? [],
      };
    });
    return Promise.all(whole);
  }

  /**
   * Those of some items that the caller may see. One question.
   *
   * @throws BridgeError `not-allowed` when the caller may see none at all
   */
  async seen(
    ids: number[],
    caller: BackstageCredentials,
  ): Promise<Set<number>> {
    const { authorizer, queries, clock } = this.parts;
    const filter = await authorizer.filterFor(itemReadPermission, caller);
    const rows = await queries.byIds(ids, filter, await clock.moment());
    return new Set(rows.map(({ id }) => id));
  }

  /** The number of an item that the caller may see. */
  async find(
    key: string,
    caller: BackstageCredentials,
  ): Promise<number | undefined> {
    const [row] = await this.parts.queries.byKeys([key]);
    const seen = await this.seen(row ? [row.id] : [], caller);
    return row && seen.has(row.id) ? row.id : undefined;
  }

  /** The group whose members vote; undefined where another role does. */
  private async groupOf({
    workflow,
    version,
    state,
    board,
  }: OpenKind): Promise<string | undefined> {
    const { definitions } = this.parts;
    const { states, roles } = await definitions.version(workflow, version);
    const found = states[state];
    if (found?.type !== 'approval' || !found.approval.boards[board]) {
      return undefined;
    }
    const { from } = roles[found.approval.boards[board].voters];
    return typeof from === 'object' && 'group' in from ? from.group : undefined;
  }

  /** Under the name that it had when it closed. */
  private async called(
    board: ItemBoard,
    { workflow: { id, version } }: ItemRecord['item'],
  ): Promise<EndedBoard> {
    const sitting = byItsRules(board);
    const own = sitting.rules?.version ?? version;
    const definition = await this.parts.definitions.version(id, own);
    return { sitting, label: labelOf(definition, sitting) };
  }

  private async withDefinitions(records: ItemRecord[]) {
    const { definitions } = this.parts;
    return Promise.all(
      records.map(async record => {
        const { id, version } = record.item.workflow;
        return { record, definition: await definitions.version(id, version) };
      }),
    );
  }

  private async contextOf(
    rows: { record: ItemRecord; definition: WorkflowDefinition }[],
    actor: string,
  ) {
    const { clock, directories } = this.parts;
    const now = await clock.moment();
    const needs = needsOfAll(
      rows.map(({ record, definition }) => ({
        ...{ definition, item: record.item },
      })),
    );
    const directory = await directories.read(needs, now);
    return { actor, now, directory };
  }
}

function labelOf(definition: WorkflowDefinition, sitting: ItemBoard): Title {
  const state = definition.states[sitting.state] as ApprovalState;
  return state.approval.boards[sitting.id].label;
}
