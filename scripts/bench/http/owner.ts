import { RatioResult } from '../results';
import { sideBySide } from '../timing/sideBySide';
import { BackendPlace, NOOP, SignedIn, withBackend } from './withBackend';

// Short batches in quick turns: what disturbs this machine falls on both.
const BATCHES = 40;

/** What one reader feels, and for comparison eight of them at once. */
const CROWDS = [
  { concurrency: 1, calls: 5, limit: 1.3 },
  { concurrency: 8, calls: 40 },
];

/** Where the systems are, and how often to measure. @internal */
export interface OwnerOverHttp extends BackendPlace {
  names: string[];
  rounds: number;
}

/**
 * Who owns a system, over HTTP and as a signed-in person, against a route that
 * does nothing but one permission check.
 *
 * @internal
 */
export async function measureOwnerOverHttp(
  options: OwnerOverHttp,
): Promise<RatioResult[]> {
  return withBackend(options, backend => measureCrowds(backend, options));
}

async function measureCrowds(
  { ask }: SignedIn,
  { names, rounds }: OwnerOverHttp,
): Promise<RatioResult[]> {
  const results: RatioResult[] = [];
  for (const { concurrency, calls, limit } of CROWDS) {
    const some = sampler(names, calls);
    const systems = () => some().map(name => `/api/bridge/systems/${name}`);
    const ratio = await sideBySide({
      ours: () => ask(systems(), concurrency),
      floor: () =>
        ask(
          some().map(() => NOOP),
          concurrency,
        ),
      rounds,
      batches: BATCHES,
    });
    const name = `owner of a system over HTTP, ${concurrency} at once / a route with one permission check`;
    results.push({ name, limit, ratio });
  }
  return results;
}

function sampler(names: string[], count: number): () => string[] {
  let next = 0;
  return () =>
    Array.from({ length: count }, () => {
      next = (next + 7_919) % names.length;
      return names[next];
    });
}
