import authBackend from '@backstage/plugin-auth-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import bridgePlugin from '@techbridge/plugin-bridge-backend';
import { RunningBackend, startBackend } from '../backend/startBackend';
import { DatabaseServer } from '../data/DatabaseServer';
import { RatioResult } from '../results';
import { sideBySide } from '../timing/sideBySide';
import { allowingPolicy } from './allowingPolicy';
import { Caller } from './Caller';
import { noopPlugin } from './noopPlugin';
import { signIn, signInModule } from './signIn';

// Short batches in quick turns: what disturbs this machine falls on both.
const BATCHES = 40;

/** What one reader feels, and for comparison eight of them at once. */
const CROWDS = [
  { concurrency: 1, calls: 5, limit: 1.3 },
  { concurrency: 8, calls: 40 },
];

/** Where the systems are, and how often to measure. @internal */
export interface OwnerOverHttp {
  server: DatabaseServer;
  /** How the names of the backend's databases begin. */
  prefix: string;
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
  const backend = await startBackend({
    server: options.server,
    prefix: options.prefix,
    config: {
      permission: { enabled: true },
      auth: { providers: { bench: {} } },
    },
    features: [
      authBackend,
      signInModule,
      permissionBackend,
      allowingPolicy,
      bridgePlugin,
      noopPlugin,
    ],
  });
  const caller = new Caller();
  try {
    return await measureCrowds(backend, caller, options);
  } finally {
    caller.stop();
    await backend.stop();
  }
}

async function measureCrowds(
  { url }: RunningBackend,
  caller: Caller,
  { names, rounds }: OwnerOverHttp,
): Promise<RatioResult[]> {
  const token = await signIn(url);
  const results: RatioResult[] = [];
  for (const { concurrency, calls, limit } of CROWDS) {
    const ask = (urls: string[]) => caller.run({ urls, token, concurrency });
    const some = sampler(names, calls);
    const ratio = await sideBySide({
      ours: () => ask(some().map(name => `${url}/api/bridge/systems/${name}`)),
      floor: () => ask(some().map(() => `${url}/api/noop`)),
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
