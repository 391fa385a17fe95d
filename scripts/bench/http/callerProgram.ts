import { Agent, get } from 'node:http';

/** Requests that the caller sends at once, and what they wait for. @internal */
export interface Errand {
  urls: string[];
  token: string;
  /** How many requests are under way at a time. */
  concurrency: number;
}

/** How an errand went. @internal */
export type Outcome = { milliseconds: number } | { problem: string };

const agent = new Agent({ keepAlive: true });

function request(url: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, response => {
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    }).once('error', reject);
  });
}

async function run({ urls, token, concurrency }: Errand): Promise<number> {
  const waiting = [...urls];
  const work = async () => {
    for (let url = waiting.pop(); url; url = waiting.pop()) {
      await request(url, token);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, work));
  return performance.now() - start;
}

process.on('message', (errand: Errand) => {
  const answer = (outcome: Outcome) => process.send?.(outcome);
  run(errand).then(
    milliseconds => answer({ milliseconds }),
    error => answer({ problem: String(error) }),
  );
});
