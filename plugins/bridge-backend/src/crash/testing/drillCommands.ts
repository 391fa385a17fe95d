import { Item } from '@techbridge/plugin-bridge-common';
import { Chance } from './Chance';
import { WRITERS } from './people';

/** What is sent where. */
export interface Content {
  path: string;
  body: object;
}

/**
 * What somebody does next with the items of the drill: votes, sends, stamps,
 * comments, or makes another one.
 *
 * @param mark - stands in what the command writes
 * @param items - as they were seen last
 */
export function drillCommand(
  writer: string,
  mark: string,
  items: Item[],
  chance: Chance,
): Content {
  const ref = `user:default/${writer}`;
  const mine = items.filter(
    ({ createdBy, state }) => createdBy === ref && state.id === 'desk',
  );
  const votes = items.filter(
    ({ state, data }) =>
      state.id === 'vote' && (data.voters as string[]).includes(ref),
  );
  const dice = chance.below(100);
  return (
    (dice < 35 && voteOn(chance.oneOf(votes), mark, dice)) ||
    (dice < 50 && sendOf(chance.oneOf(mine), mark)) ||
    (dice < 70 && stampOn(chance.oneOf(mine), mark)) ||
    (dice < 85 && commentOn(chance.oneOf(items), mark)) ||
    creationBy(writer, mark)
  );
}

/** Somebody makes an item on which five others vote. */
export function creationBy(writer: string, title: string): Content {
  const place = WRITERS.indexOf(writer);
  const voters = [1, 3, 5, 7, 9].map(
    step => `user:default/${WRITERS[(place + step) % WRITERS.length]}`,
  );
  const body = { workflow: 'drill', data: { title, voters } };
  return { path: '/items', body };
}

function commentOn(item: Item | undefined, text: string): Content | undefined {
  return item && { path: `/items/${item.key}/comments`, body: { text } };
}

function stampOn(item: Item | undefined, stamp: string): Content | undefined {
  return (
    item && {
      path: `/items/${item.key}/actions/stamp`,
      body: { rev: item.rev, data: { stamp } },
    }
  );
}

function sendOf(item: Item | undefined, comment: string): Content | undefined {
  return (
    item && {
      path: `/items/${item.key}/actions/send`,
      body: { rev: item.rev, comment },
    }
  );
}

function voteOn(
  item: Item | undefined,
  reason: string,
  dice: number,
): Content | undefined {
  const choice = dice % 5 === 0 ? 'reject' : 'approve';
  return (
    item && {
      path: `/items/${item.key}/ballots`,
      body: { board: 'few', choice, reason },
    }
  );
}
