import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { createServer } from 'node:net';
import { DatabaseServer } from '../data/DatabaseServer';
import { idleScheduler, errorLogger } from './quietServices';

/** What a backend is made of. @internal */
export interface BackendParts {
  server: DatabaseServer;
  /** How the names of its plugins' databases begin. */
  prefix: string;
  features: BackendFeature[];
  config?: JsonObject;
}

/** A backend that answers. @internal */
export interface RunningBackend {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real backend: every service is the platform's own, except that the
 * log is quiet and the scheduler idle.
 *
 * @internal
 */
export async function startBackend(
  parts: BackendParts,
): Promise<RunningBackend> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const backend = createBackend();
  backend.add(configOf(parts, url, port));
  backend.add(errorLogger);
  backend.add(idleScheduler);
  for (const feature of parts.features) {
    backend.add(feature);
  }
  await backend.start();
  return { url, stop: () => backend.stop() };
}

function configOf(
  { server, prefix, config }: BackendParts,
  url: string,
  port: number,
) {
  const data: JsonObject = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: 'localhost', port },
      database: { client: 'pg', connection: server.connection(), prefix },
    },
    bridge: { calendar: { timeZone: 'Asia/Shanghai' } },
    ...config,
  };
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => new ConfigReader(data),
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('This machine gives no free port')),
      );
    });
  });
}
