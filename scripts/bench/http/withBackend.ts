import authBackend from '@backstage/plugin-auth-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import bridgePlugin from '@techbridge/plugin-bridge-backend';
import { startBackend } from '../backend/startBackend';
import { DatabaseServer } from '../data/DatabaseServer';
import { allowingPolicy } from './allowingPolicy';
import { Caller } from './Caller';
import { noopPlugin } from './noopPlugin';
import { signIn, signInModule } from './signIn';

/** Where the backend keeps its data. @internal */
export interface BackendPlace {
  server: DatabaseServer;
  /** How the names of its databases begin. */
  prefix: string;
}

/** The path of a route that does nothing but one permission check. @internal */
export const NOOP = '/api/noop';

/** A backend that somebody is signed in to. @internal */
export interface SignedIn {
  /** Asks for these paths and tells how many milliseconds that took. */
  ask(paths: string[], concurrency?: number): Promise<number>;
  /** What a path answers. */
  read<T>(path: string): Promise<T>;
}

/**
 * Starts a real backend with the plugin, lets a signed-in person ask it from
 * another process, and stops it.
 *
 * @internal
 */
export async function withBackend<T>(
  place: BackendPlace,
  measure: (backend: SignedIn) => Promise<T>,
): Promise<T> {
  const backend = await startBackend({
    ...place,
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
    return await measure(await signedIn(backend.url, caller));
  } finally {
    caller.stop();
    await backend.stop();
  }
}

async function signedIn(url: string, caller: Caller): Promise<SignedIn> {
  const token = await signIn(url);
  const headers = { authorization: `Bearer ${token}` };
  return {
    ask: (paths, concurrency = 1) => {
      const urls = paths.map(path => `${url}${path}`);
      return caller.run({ urls, token, concurrency });
    },
    read: async path => {
      const response = await fetch(`${url}${path}`, { headers });
      if (!response.ok) {
        throw new Error(`${path} answered ${await response.text()}`);
      }
      return response.json();
    },
  };
}
