import {
  actionsOf,
  Ballot,
  boardsOf,
  conditionsOf,
  Directory,
  formOf,
  OfferedBoard,
  OfferedCondition,
  WorkflowDefinition,
  WorkItem,
} from '@techbridge/bridge-workflow';
import {
  Item,
  ItemAction,
  ItemBallot,
  ItemBoardView,
  ItemConditionView,
  ItemRow,
} from '@techbridge/plugin-bridge-common';
import { assignmentsOf } from './assignments';
import { BallotStore } from './BallotStore';
import { DefinitionService } from './DefinitionService';
import { ItemNarrowing } from './itemFilter';
import { Transaction } from './ItemStore';
import { LinkStore } from './LinkStore';
import { presentState } from './presentWorkflow';
import { ItemRecord, ItemRowRecord } from './records';

/** An item with what is needed to say who may do what. @internal */
export interface Presentable {
  record: ItemRecord;
  definition: WorkflowDefinition;
  directory: Directory;
  /** The ballots that count, by board; without them they are read. */
  ballots?: Map<string, Ballot[]>;
}

/** Who looks at an item, and when. @internal */
export interface ItemReader {
  actor: string;
  now: string;
  /** Leaves out linked items that may not be seen; without it all are. */
  narrow?: ItemNarrowing;
}

/**
 * Shows items to a reader: what one may do now, and why not otherwise. The
 * answers are those of the engine; a browser never works out rules of its own.
 *
 * @internal
 */
export class ItemPresenter {
  constructor(
    private readonly parts: {
      ballots: BallotStore;
      links: LinkStore;
      definitions: DefinitionService;
    },
  ) {}

  /** One item as a person sees it at a moment. */
  async present(
    { record, definition, directory, ballots: known }: Presentable,
    { narrow, ...reader }: ItemReader,
    connection?: Transaction,
  ): Promise<Item> {
    const { item } = record;
    const context = { ...reader, directory };
    const ballots = known ?? (await this.ballotsOf(record, connection));
    const waiting = assignmentsOf(definition, item, directory);
    const people = new Set(waiting.map(({ person }) => person));
    const row = this.row(toRow(record), definition, [...people]);
    return {
      ...row,
      links: await this.linksOf(record, { narrow, connection }),
      data: item.data as Item['data'],
      actions: actionsOf(definition, item, context).map(action =>
        toAction(definition, action),
      ),
      boards: boardViews(definition, item, context, ballots),
      conditions: conditionsOf(definition, item, context).map(toCondition),
    };
  }

  /** Items of a list. */
  async rows(
    records: ItemRowRecord[],
    assignees: Map<number, string[]>,
  ): Promise<ItemRow[]> {
    const rows: ItemRow[] = [];
    for (const record of records) {
      const { workflow, version } = record;
      const { definitions } = this.parts;
      // In memory but for the first time, so nothing is gained side by side.
      const definition = await definitions.version(workflow, version);
      const people = assignees.get(record.id) ?? [];
      rows.push(this.row(record, definition, people));
    }
    return rows;
  }

  private row(
    record: ItemRowRecord,
    definition: WorkflowDefinition,
    assignees: string[],
  ): ItemRow {
    const { dueAt, system, outcome } = record;
    return {
      key: record.key,
      workflow: { id: record.workflow, version: record.version },
      title: record.title,
      state: presentState(definition, record.state),
      rev: record.rev,
      createdBy: record.createdBy,
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
      ...(dueAt !== null && { dueAt }),
      ...(system !== null && { system: `system:default/${system}` }),
      ...(outcome !== null && { outcome }),
      assignees,
    };
  }

  private ballotsOf({ id, item }: ItemRecord, connection?: Transaction) {
    return this.parts.ballots.counting(
      item.boards.map(({ id: board, round }) => ({ itemId: id, board, round })),
      connection,
    );
  }

  private async linksOf(
    { id, hasLinks }: ItemRecord,
    options: { narrow?: ItemNarrowing; connection?: Transaction },
  ): Promise<Item['links']> {
    if (!hasLinks) {
      return [];
    }
    const links = await this.parts.links.of(id, options);
    return Promise.all(
      links.map(async ({ type, inward, item }) => ({
        type,
        inward,
        key: item.key,
        title: item.title,
        state: presentState(
          await this.parts.definitions.version(
            item.workflow,
            item.version,
            options.connection,
          ),
          item.state,
        ),
      })),
    );
  }
}

/** The boards of an item as a person sees them. @internal */
export function boardViews(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: Parameters<typeof boardsOf>[2],
  ballots: Map<string, Ballot[]>,
): ItemBoardView[] {
  return boardsOf(definition, item, context, ballots).map(board =>
    toBoard(board, ballots.get(board.id) ?? []),
  );
}

/** An item as a row of a list. @internal */
export function toRow(record: ItemRecord): ItemRowRecord {
  const { item } = record;
  return {
    id: record.id,
    key: item.key,
    workflow: item.workflow.id,
    version: item.workflow.version,
    title: record.title,
    state: item.state,
    system: record.system,
    outcome: item.outcome ?? null,
    rev: record.rev,
    createdBy: item.createdBy,
    createdAt: item.createdAt,
    updatedAt: record.updatedAt,
    dueAt: record.dueAt,
    open: record.open,
  };
}

function toAction(
  definition: WorkflowDefinition,
  action: ReturnType<typeof actionsOf>[number],
): ItemAction {
  const { form, ...others } = action;
  return { ...others, ...(form && { form: formOf(definition, form) }) };
}

function toBoard(board: OfferedBoard, ballots: Ballot[]): ItemBoardView {
  const { mine, onBehalfOf, ...others } = board;
  return {
    ...others,
    onBehalfOf: onBehalfOf.map(({ mine: known, ...seat }) => ({
      ...seat,
      ...(known && { mine: toBallot(known) }),
    })),
    ...(areShown(board) && { ballots: ballots.map(toBallot) }),
    ...(mine && { mine: toBallot(mine) }),
  };
}

/** Votes that are shown late do not sway those who still vote. */
function areShown({ ballot, state }: OfferedBoard): boolean {
  return ballot === 'open' || (ballot === 'openAfterClose' && state !== 'open');
}

function toBallot(ballot: Ballot): ItemBallot {
  const { voter, castBy, choice, reason = null, conditions, at } = ballot;
  return {
    ...{ voter, choice, reason, at },
    ...(castBy && { castBy }),
    ...(conditions && { conditions }),
  };
}

function toCondition(condition: OfferedCondition): ItemConditionView {
  const { state, met = null, ...others } = condition;
  return { ...others, met };
}
