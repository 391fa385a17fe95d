import { measureChain } from './commands/chain';
import { measureTransitions } from './commands/transition';
import { measureVotes } from './commands/votes';
import { DatabaseServer } from './data/DatabaseServer';
import { openWork, OpenWork } from './data/work/openWork';
import { measureLists } from './http/lists';
import { measureMemory } from './memory/measureMemory';
import { Options, Part } from './options';
import { measureLeaderboard } from './recognition/leaderboard';
import { Result } from './results';
import { measureSearch } from './search/rareWord';

/** The prefix of the databases that are full of work. */
const PREFIX = 'work_';
const DATABASE = `${PREFIX}bridge`;

/** What the parts about work are measured with. @internal */
export interface WorkToMeasure extends Options {
  server: DatabaseServer;
  say: (line: string) => void;
}

type Measure = (work: OpenWork, options: WorkToMeasure) => Promise<Result[]>;

// What writes comes last, so that what reads finds the tables as generated.
const MEASURES: Partial<Record<Part, { title: string; measure: Measure }>> = {
  items: {
    title: 'Lists of items over HTTP …',
    measure: (work, { server, rounds }) =>
      measureLists({ work, server, rounds, prefix: PREFIX }),
  },
  search: {
    title: 'Search in items …',
    measure: (work, { rounds }) => measureSearch(work, rounds),
  },
  recognition: {
    title: 'Leaderboards …',
    measure: (work, options) =>
      besideATenth(work, options, smaller =>
        measureLeaderboard(work, smaller, options.rounds),
      ),
  },
  commands: {
    title: 'Transitions …',
    measure: (work, { rounds }) => measureTransitions(work, rounds),
  },
  chain: {
    title: 'Journals as chains …',
    measure: async (work, { rounds }) => [await measureChain(work, rounds)],
  },
  votes: {
    title: 'Votes on one board …',
    measure: (work, { rounds }) => measureVotes(work, rounds),
  },
  memory: {
    title: 'Memory …',
    measure: (work, options) =>
      besideATenth(work, options, smaller =>
        measureMemory(work, smaller, options.rounds),
      ),
  },
};

/** Work items, votes and points. @internal */
export async function measureWork(options: WorkToMeasure): Promise<Result[]> {
  const { parts, server, say } = options;
  const wanted = parts.flatMap(part => MEASURES[part] ?? []);
  if (wanted.length === 0) {
    return [];
  }
  const { items, votes, ledger } = options.work;
  say(`Writing ${items} items, ${votes} votes and ${ledger} ledger rows …`);
  const work = await openWork(server, DATABASE, options.work);
  const results: Result[] = [];
  for (const { title, measure } of wanted) {
    say(title);
    results.push(...(await measure(work, options)));
  }
  await work.knex.destroy();
  return results;
}

/** Measures with a second database that holds a tenth of everything. */
async function besideATenth(
  work: OpenWork,
  { server, say }: WorkToMeasure,
  measure: (smaller: OpenWork) => Promise<Result[]>,
): Promise<Result[]> {
  const { items, votes, ledger, people } = work.sizes;
  const tenth = (size: number) => Math.ceil(size / 10);
  say(`Writing ${tenth(items)} items beside them …`);
  const smaller = await openWork(server, 'work_tenth', {
    ...{ items: tenth(items), votes: tenth(votes), ledger: tenth(ledger) },
    people,
  });
  try {
    return await measure(smaller);
  } finally {
    await smaller.knex.destroy();
  }
}
