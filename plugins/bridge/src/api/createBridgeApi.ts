import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import type { AppLanguageApi } from '@backstage/core-plugin-api/alpha';
import type { BridgeApi } from './bridgeApiRef';

/** What the api of the bridge is made from. @internal */
export interface BridgeApiOptions {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  appLanguageApi: AppLanguageApi;
}

/**
 * The api of the bridge. The client behind it is loaded with the first call,
 * and every call says which language the reader has chosen.
 *
 * @internal
 */
export function createBridgeApi(options: BridgeApiOptions): BridgeApi {
  const fetchApi = { fetch: speaking(options) };
  const client = once(async () => {
    const { createBridgeClient } = await import('./createBridgeClient');
    return createBridgeClient({ discoveryApi: options.discoveryApi, fetchApi });
  });
  return {
    listSystems: async (...input) => (await client()).listSystems(...input),
    getSystem: async (...input) => (await client()).getSystem(...input),
    getSystemToEdit: async name => (await client()).getSystemToEdit(name),
    createSystem: async body => (await client()).createSystem(body),
    updateSystem: async (...input) => (await client()).updateSystem(...input),
    deleteSystem: async name => (await client()).deleteSystem(name),
    listSuperUsers: async (...input) =>
      (await client()).listSuperUsers(...input),
    appointSuperUser: async (...input) =>
      (await client()).appointSuperUser(...input),
    endAppointment: async (...input) =>
      (await client()).endAppointment(...input),
    listDepartments: async query => (await client()).listDepartments(query),
    getClock: async () => (await client()).getClock(),
  };
}

function speaking({ fetchApi, appLanguageApi }: BridgeApiOptions) {
  return (input: RequestInfo | URL, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    headers.set('accept-language', appLanguageApi.getLanguage().language);
    return fetchApi.fetch(input, { ...init, headers });
  };
}

function once<TValue>(load: () => Promise<TValue>): () => Promise<TValue> {
  let loading: Promise<TValue> | undefined;
  return () => {
    loading ??= load().catch(error => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
