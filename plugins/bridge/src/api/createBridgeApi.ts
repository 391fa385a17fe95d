import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import type { AppLanguageApi } from '@backstage/core-plugin-api/alpha';
import type { BridgeApi } from './bridgeApiRef';

/** Every method of the api; the compiler sees to it that none is missing. */
const METHODS: Record<keyof BridgeApi, true> = {
  listSystems: true,
  getSystem: true,
  getSystemToEdit: true,
  createSystem: true,
  updateSystem: true,
  deleteSystem: true,
  listSuperUsers: true,
  appointSuperUser: true,
  endAppointment: true,
  listDepartments: true,
  getClock: true,
  listWorkflows: true,
  getWorkflow: true,
  getWorkflowVocabulary: true,
  validateWorkflow: true,
  listNewWorkflows: true,
  listWorkflowVersions: true,
  getWorkflowVersion: true,
  getWorkflowSettings: true,
  previewWorkflow: true,
  playWorkflow: true,
  createWorkflowVersion: true,
  editWorkflowVersion: true,
  stepWorkflowVersion: true,
  getMigrations: true,
  previewMigration: true,
  startMigration: true,
  getMigration: true,
  listMigratedItems: true,
  cancelMigration: true,
  getOperations: true,
  listPendingEffects: true,
  settleEffect: true,
  listPendingTimers: true,
  listGuardErrors: true,
  listStuckItems: true,
  explain: true,
  listFilters: true,
  saveFilter: true,
  deleteFilter: true,
  listSimilarItems: true,
  listItems: true,
  exportItems: true,
  createItem: true,
  getItem: true,
  act: true,
  castBallot: true,
  declareRecusal: true,
  changeVoters: true,
  handOver: true,
  reportCondition: true,
  commentOnItem: true,
  listAttachments: true,
  attachToItem: true,
  getAttachment: true,
  removeAttachment: true,
  linkItem: true,
  supportItem: true,
  watchItem: true,
  setItemPrivacy: true,
  mergeItem: true,
  unmergeItem: true,
  getJournal: true,
  getChain: true,
  getInbox: true,
  listDecisions: true,
  listDelegations: true,
  addDelegation: true,
  endDelegation: true,
  listCases: true,
  createCase: true,
  getCase: true,
  updateCase: true,
  listCaseRevisions: true,
  getLeaderboard: true,
  listSeasons: true,
  listMeetings: true,
  createMeeting: true,
  getMeeting: true,
  changeMeeting: true,
  changeAgenda: true,
  setAttendance: true,
  stepMeeting: true,
  cancelMeeting: true,
  listItemMeetings: true,
  listContributions: true,
};

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
  const lazily =
    (method: keyof BridgeApi) =>
    async (...input: unknown[]) =>
      Reflect.apply((await client())[method], await client(), input);
  const methods = Object.keys(METHODS) as (keyof BridgeApi)[];
  return Object.fromEntries(
    methods.map(method => [method, lazily(method)]),
  ) as unknown as BridgeApi;
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
