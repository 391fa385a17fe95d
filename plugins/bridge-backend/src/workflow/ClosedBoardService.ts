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
}

/** An item on which boards have closed, and the rules they kept to. @internal */
export interface DecidedItem {
  key: string;
  title: string;
  version: number;
  hash: string;
  definition: WorkflowDefinition;
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
    const { workflow } = item;
    const { definition, hash } = await definitions.pinned(
      workflow.id,
      workflow.version,
    );
    const sittings = await boards.closed(id);
    const closed = sittings
      .sort((a, b) => (closingOf(a) < closingOf(b) ? 1 : -1))
      .map(sitting => this.withBallots(id, sitting));
    return {
      ...{ key: item.key, title, definition, hash },
      version: workflow.version,
      closed: await Promise.all(closed),
    };
  }

  private async withBallots(
    itemId: number,
    sitting: ItemBoard,
  ): Promise<ClosedBoard> {
    const { id: board, round } = sitting;
    const names = [{ itemId, board, round }];
    const counted = await this.parts.ballots.counting(names);
    const rows = counted.get(board) ?? [];
    return { sitting, ballots: rows.map(({ number, ...ballot }) => ballot) };
  }
}

function closingOf({ closedAt, openedAt, round }: ItemBoard): string {
  return `${closedAt ?? openedAt} ${round}`;
}
