import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Ballot,
  ItemBoard,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { BallotStore } from './BallotStore';
import { BoardStore } from './BoardStore';
import { DefinitionService } from './DefinitionService';
import { ItemService } from './ItemService';

/** A board that has closed, with the votes that it was counted from. @internal */
export interface ClosedBoard {
  sitting: ItemBoard;
  ballots: Ballot[];
  /** The version whose rules it kept to. */
  version: number;
  hash: string;
  definition: WorkflowDefinition;
}

/** An item on which boards have closed. @internal */
export interface DecidedItem {
  key: string;
  title: string;
  /** Newest first. */
  closed: ClosedBoard[];
}

/**
 * Reads what boards have decided, in every round.
 *
 * @internal
 */
export class ClosedBoardService {
  constructor(
    private readonly parts: {
      items: ItemService;
      boards: BoardStore;
      ballots: BallotStore;
      definitions: DefinitionService;
    },
  ) {}

  /**
   * The boards that have closed on an item.
   *
   * @throws BridgeError `item-not-found`, also when the caller may not see it
   */
  async of(key: string, caller: BackstageCredentials): Promise<DecidedItem> {
    const { items, boards, definitions } = this.parts;
    const { id, item, title } = await items.seen(key, caller);
    const sittings = (await boards.closed(id)).map(byItsRules);
    const closed = sittings
      .sort((a, b) => (closingOf(a) < closingOf(b) ? 1 : -1))
      .map(async sitting => {
        const { id: workflow, version } = item.workflow;
        const own = sitting.rules?.version ?? version;
        const { definition, hash } = await definitions.pinned(workflow, own);
        const ballots = await this.ballotsOf(id, sitting);
        return { sitting, ballots, version: own, definition, hash };
      });
    return { key: item.key, title, closed: await Promise.all(closed) };
  }

  private async ballotsOf(
    itemId: number,
    { id: board, round }: ItemBoard,
  ): Promise<Ballot[]> {
    const names = [{ itemId, board, round }];
    const counted = await this.parts.ballots.counting(names);
    const rows = counted.get(board) ?? [];
    return rows.map(({ number, ...ballot }) => ballot);
  }
}

/** A board under the names of the version whose rules it kept to. @internal */
export function byItsRules(sitting: ItemBoard): ItemBoard {
  return { ...sitting, state: sitting.rules?.state ?? sitting.state };
}

function closingOf({ closedAt, openedAt, round }: ItemBoard): string {
  return `${closedAt ?? openedAt} ${round}`;
}
