import {
  actionsOf,
  Ballot,
  boardsOf,
  conditionsOf,
  Directory,
  DueJudge,
  dueJudge,
  isWorkingBoard,
  formOf,
  OfferedBoard,
  OfferedCondition,
  Plant,
  visibilityRefusal,
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
import { FollowStore } from './following/FollowStore';
import { NOBODY, presentFollowing } from './following/model';
import { ItemNarrowing } from './itemFilter';
import { Transaction } from './ItemStore';
import { LinkStore } from './LinkStore';
import { mayNote } from './notes';
import { stuckOf } from './operations/stuckOf';
import { presentState } from './presentWorkflow';
import { keysIn, withoutKeys } from './keysIn';
import { ReaderStore } from './ReaderStore';
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
  /** Whether internal notes may be read by permission. */
  notes?: boolean;
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
      follows: FollowStore;
      readers: Pick<ReaderStore, 'hiddenKeys'>;
      definitions: DefinitionService;
      plant: Plant;
    },
  ) {}

  /** One item as a person sees it at a moment. */
  async present(
    { record, definition, directory, ballots: known }: Presentable,
    { narrow, notes = false, ...reader }: ItemReader,
    connection?: Transaction,
  ): Promise<Item> {
    const { item } = record;
    const { plant } = this.parts;
    const context = { ...reader, directory, plant };
    const ballots = known ?? (await this.ballotsOf(record, connection));
    const waiting = assignmentsOf(definition, item, directory);
    const people = new Set(waiting.map(({ person }) => person));
    const row = this.row(
      toRow(record),
      { definition, judge: dueJudge(definition.calendar, reader.now, plant) },
      [...people],
    );
    const following = record.isFollowed
      ? await this.parts.follows.facts(record.id, reader.actor, connection)
      : NOBODY;
    const stuck = stuckOf({ record, definition, directory }, row.assignees);
    const shown: Item = {
      ...row,
      ...(stuck && { stuck }),
      ...presentFollowing({ definition, directory, item }, following, context),
      links: await this.linksOf(record, { narrow, connection }),
      data: item.data as Item['data'],
      actions: actionsOf(definition, item, context).map(action =>
        toAction(definition, item, action),
      ),
      boards: boardViews(definition, item, context, ballots),
      conditions: conditionsOf(definition, item, context).map(toCondition),
      mayChangePrivacy: !visibilityRefusal(definition, item, context),
      mayNote: mayNote({ definition, directory, item }, reader.actor, notes),
    };
    return this.withoutUnseen(shown, reader.actor, connection);
  }

  /** An item without the keys of private items that the reader may not see. */
  private async withoutUnseen(
    item: Item,
    reader: string,
    connection?: Transaction,
  ): Promise<Item> {
    const { data, merged, links } = item;
    // What is shown as linked is seen, and so needs no look.
    const seen = new Set([item.key, ...links.map(({ key }) => key)]);
    const keys = keysIn([data, merged?.into]).filter(key => !seen.has(key));
    const { readers } = this.parts;
    const hidden = await readers.hiddenKeys(keys, reader, connection);
    const isUnseen = merged !== undefined && hidden.has(merged.into);
    return {
      ...item,
      data: withoutKeys(data, hidden),
      ...(isUnseen && { merged: undefined }),
    };
  }

  /** Items of a list. */
  async rows(
    records: ItemRowRecord[],
    assignees: Map<number, string[]>,
    now: string,
  ): Promise<ItemRow[]> {
    const { plant } = this.parts;
    const judges = new Map<WorkflowDefinition, DueJudge>();
    const rows: ItemRow[] = [];
    for (const record of records) {
      const { workflow, version } = record;
      const { definitions } = this.parts;
      // In memory but for the first time, so nothing is gained side by side.
      const definition = await definitions.version(workflow, version);
      const people = assignees.get(record.id) ?? [];
      const judge =
        judges.get(definition) ?? dueJudge(definition.calendar, now, plant);
      judges.set(definition, judge);
      rows.push(this.row(record, { definition, judge }, people));
    }
    return rows;
  }

  private row(
    record: ItemRowRecord,
    { definition, judge }: { definition: WorkflowDefinition; judge: DueJudge },
    assignees: string[],
  ): ItemRow {
    const { dueAt, dueWorking, system, outcome } = record;
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
      ...(dueAt !== null &&
        record.open && { due: judge(dueAt, dueWorking ?? true) }),
      ...(system !== null && { system: `system:default/${system}` }),
      ...(outcome !== null && { outcome }),
      ...(record.isPrivate && { private: true as const }),
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
  const { now, plant } = context;
  const judge = plant && dueJudge(definition.calendar, now, plant);
  const at = definition.states[item.state];
  return boardsOf(definition, item, context, ballots).map(board => {
    const { state, deadlineAt } = board;
    return {
      ...toBoard(board, ballots.get(board.id) ?? []),
      ...(state === 'open' &&
        deadlineAt &&
        judge && { due: judge(deadlineAt, isWorkingBoard(at, board.id)) }),
    };
  });
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
    dueWorking: record.dueWorking,
    open: record.open,
    isPrivate: Boolean(item.private),
  };
}

function toAction(
  definition: WorkflowDefinition,
  item: WorkItem,
  action: ReturnType<typeof actionsOf>[number],
): ItemAction {
  const { form, ...others } = action;
  const leadsTo = targetOf(definition, item, action.id);
  return {
    ...others,
    ...(form && { form: formOf(definition, form) }),
    ...(leadsTo !== undefined && { leadsTo }),
  };
}

/** Where an action leads; nowhere when a branch decides, or the item stays. */
function targetOf(
  { states, global }: WorkflowDefinition,
  { state, previous, standing }: WorkItem,
  action: string,
): string | undefined {
  const { to } = states[state].actions[action] ?? global[action] ?? {};
  const back = { $previous: previous, $kept: standing?.state };
  const id = to === '$previous' || to === '$kept' ? back[to] : to;
  return id !== undefined && states[id]?.type !== 'choice' ? id : undefined;
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
