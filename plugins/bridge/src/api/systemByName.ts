import type { System } from '@techbridge/plugin-bridge-common';
import type { BridgeApi } from './bridgeApiRef';

interface Waiting {
  name: string;
  resolve(system: System | undefined): void;
  reject(error: unknown): void;
}

const MOST_NAMES = 100;

const batches = new WeakMap<BridgeApi, Waiting[]>();

/**
 * One system, asked for together with all others that are wanted at the same
 * time: the cells of a table share one request.
 *
 * @internal
 */
export function systemByName(
  api: BridgeApi,
  name: string,
): Promise<System | undefined> {
  return new Promise((resolve, reject) => {
    const batch = batches.get(api) ?? [];
    batch.push({ name, resolve, reject });
    if (batch.length === 1) {
      batches.set(api, batch);
      window.setTimeout(() => {
        batches.delete(api);
        void ask(api, batch);
      });
    }
  });
}

async function ask(api: BridgeApi, batch: Waiting[]): Promise<void> {
  const names = [...new Set(batch.map(({ name }) => name))];
  try {
    const found = new Map<string, System>();
    for (let start = 0; start < names.length; start += MOST_NAMES) {
      const some = names.slice(start, start + MOST_NAMES);
      const { items } = await api.listSystems({
        names: some.join(),
        limit: MOST_NAMES,
      });
      items.forEach(system => found.set(system.name, system));
    }
    batch.forEach(({ name, resolve }) => resolve(found.get(name)));
  } catch (error) {
    batch.forEach(({ reject }) => reject(error));
  }
}
