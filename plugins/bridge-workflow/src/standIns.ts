import { Directory } from './directory';
import { ItemBoard, WorkItem } from './item';

/** Somebody who may cast the vote of a member who is away. @public */
export interface Deputy {
  person: string;
  /** The member. */
  onBehalfOf: string;
}

/**
 * Who may cast the vote of a member on a board now: whom the member has named
 * for this time or this item, if the board lets such people stand in and they
 * have no conflict of interest. Whoever stands in names nobody else.
 *
 * @internal
 */
export function standInsOn(
  { key }: WorkItem,
  { standIns = [], recused }: ItemBoard,
  voter: string,
  directory: Directory,
): string[] {
  return directory
    .standInsOf(voter)
    .filter(({ item }) => item === undefined || item === key)
    .map(({ ref }) => ref)
    .filter(
      ref => standIns.includes(ref) && !recused.some(one => one.voter === ref),
    );
}

/**
 * Who else is asked to vote on the open boards of an item, and for whom.
 *
 * @public
 */
export function deputiesOf(item: WorkItem, directory: Directory): Deputy[] {
  const deputies = item.boards
    .filter(({ status }) => status === 'open')
    .flatMap(sitting =>
      votersOn(sitting).flatMap(onBehalfOf =>
        standInsOn(item, sitting, onBehalfOf, directory).map(person => ({
          person,
          onBehalfOf,
        })),
      ),
    );
  const found = new Map(
    deputies.map(one => [`${one.person} ${one.onBehalfOf}`, one]),
  );
  return [...found.values()];
}

/** The members of a board who may vote. @internal */
export function votersOn({ electorate, recused }: ItemBoard): string[] {
  return electorate
    .map(({ ref }) => ref)
    .filter(ref => !recused.some(({ voter }) => voter === ref));
}
