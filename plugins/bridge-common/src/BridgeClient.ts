import { z } from 'zod';
import { AppointmentInput, SuperUser } from './appointment';
import { Delegation } from './delegation';
import { Endpoint } from './endpoint';
import {
  ClockState,
  Contributions,
  Department,
  endpoints,
  JournalPage,
  Leaderboard,
  Season,
} from './endpoints';
import { errorOf } from './errorOf';
import {
  Chain,
  ConditionInput,
  InboxEntry,
  Item,
  ItemRow,
  LinkType,
} from './item';
import { Case, CaseRevision, CaseRow } from './library';
import { Page } from './paging';
import { CatalogProjection } from './projection';
import { CreateSystem, System, UpdateSystem } from './system';
import { Workflow, WorkflowReport } from './workflow';
import { LeaderboardId } from './recognition';

/** Where the bridge answers and how it is reached. @public */
export interface BridgeClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Per-call options. @public */
export interface CallOptions {
  /** A token, where `fetch` does not add one by itself. */
  token?: string;
  /** The `ETag` of the state that a change starts from. */
  ifMatch?: string;
  /** Names the command, so that sending it again has no second effect. */
  idempotencyKey?: string;
}

/**
 * The bridge over HTTP; one method an endpoint, made from the endpoint table.
 * Every method throws a {@link BridgeError} when the bridge refuses.
 *
 * @public
 */
export class BridgeClient {
  constructor(private readonly options: BridgeClientOptions) {}

  /** Finds systems; all parameters are optional. */
  listSystems(
    query: z.input<typeof endpoints.listSystems.query> = {},
    options?: CallOptions,
  ): Promise<Page<System>> {
    return this.call(endpoints.listSystems, { query }, options);
  }

  /** One system with both its owners. */
  getSystem(name: string, options?: CallOptions): Promise<System> {
    return this.call(endpoints.getSystem, { params: { name } }, options);
  }

  /** One system together with its `ETag`, to start a change from. */
  async getSystemToEdit(
    name: string,
  ): Promise<{ system: System; etag: string }> {
    const response = await this.send(endpoints.getSystem, { params: { name } });
    const etag = response.headers.get('etag') ?? '';
    return { system: await response.json(), etag };
  }

  /** Registers a system. */
  createSystem(
    body: z.input<typeof endpoints.createSystem.body> | CreateSystem,
  ) {
    return this.call(endpoints.createSystem, { body });
  }

  /** Changes a registered system. */
  updateSystem(
    name: string,
    body: z.input<typeof endpoints.updateSystem.body> | UpdateSystem,
    options?: CallOptions,
  ): Promise<System> {
    return this.call(
      endpoints.updateSystem,
      { params: { name }, body },
      options,
    );
  }

  /** Takes a registered system out of the register. */
  async deleteSystem(name: string): Promise<void> {
    await this.send(endpoints.deleteSystem, { params: { name } });
  }

  /** The super users of a system, or whom to ask at a moment. */
  listSuperUsers(
    name: string,
    query: z.input<typeof endpoints.listSuperUsers.query> = {},
  ): Promise<Page<SuperUser>> {
    return this.call(endpoints.listSuperUsers, { params: { name }, query });
  }

  /** Appoints a super user, or changes the appointment. */
  appointSuperUser(
    name: string,
    user: string,
    body: z.input<typeof endpoints.appointSuperUser.body> | AppointmentInput,
  ): Promise<System> {
    return this.call(endpoints.appointSuperUser, {
      params: { name, user },
      body,
    });
  }

  /** Ends an appointment. */
  endAppointment(name: string, user: string): Promise<System> {
    return this.call(endpoints.endAppointment, { params: { name, user } });
  }

  /** Departments and groups, by name. */
  listDepartments(
    query: z.input<typeof endpoints.listDepartments.query> = {},
  ): Promise<Page<Department>> {
    return this.call(endpoints.listDepartments, { query });
  }

  /** The clock that rules count with. */
  getClock(): Promise<ClockState> {
    return this.call(endpoints.getClock, {});
  }

  /** What the catalog shows of the bridge; for service principals. */
  getCatalogProjection(
    since: string | undefined,
    options: CallOptions,
  ): Promise<CatalogProjection> {
    const query = since === undefined ? {} : { since };
    return this.call(endpoints.catalogProjection, { query }, options);
  }

  /** The workflows in force. */
  listWorkflows(): Promise<Page<Workflow>> {
    return this.call(endpoints.listWorkflows, { query: { limit: 100 } });
  }

  /** A workflow; without a version the one in force. */
  getWorkflow(id: string, version?: number): Promise<Workflow> {
    const query = version === undefined ? {} : { version };
    return this.call(endpoints.getWorkflow, { params: { id }, query });
  }

  /** Compiles a definition and says what is wrong with it. */
  validateWorkflow(yaml: string): Promise<WorkflowReport> {
    return this.call(endpoints.validateWorkflow, { body: { yaml } });
  }

  /** Finds items; all parameters are optional. */
  listItems(
    query: z.input<typeof endpoints.listItems.query> = {},
  ): Promise<Page<ItemRow>> {
    return this.call(endpoints.listItems, { query });
  }

  /** Makes an item. */
  createItem(
    body: z.input<typeof endpoints.createItem.body>,
    options?: CallOptions,
  ): Promise<Item> {
    return this.call(endpoints.createItem, { body }, options);
  }

  /** One item with what the caller may do with it now. */
  getItem(key: string): Promise<Item> {
    return this.call(endpoints.getItem, { params: { key } });
  }

  /** Does something with an item. */
  act(
    key: string,
    action: string,
    body: z.input<typeof endpoints.act.body>,
    options?: CallOptions,
  ): Promise<Item> {
    return this.call(endpoints.act, { params: { key, action }, body }, options);
  }

  /** Votes on a board of an item. */
  castBallot(
    key: string,
    body: z.input<typeof endpoints.castBallot.body>,
    options?: CallOptions,
  ): Promise<Item> {
    return this.call(endpoints.castBallot, { params: { key }, body }, options);
  }

  /** Declares a conflict of interest. */
  declareRecusal(key: string, board: string, reason: string): Promise<Item> {
    const body = { board, reason };
    return this.call(endpoints.declareRecusal, { params: { key }, body });
  }

  /** Says that a condition of a decision is met, or after all is not. */
  reportCondition(
    key: string,
    condition: string,
    body: ConditionInput,
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key, condition }, body };
    return this.call(endpoints.reportCondition, input, options);
  }

  /** Comments on an item. */
  commentOnItem(
    key: string,
    text: string,
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key }, body: { text } };
    return this.call(endpoints.commentOnItem, input, options);
  }

  /** Links an item with another one. */
  linkItem(key: string, type: LinkType, other: string): Promise<Item> {
    const body = { type, key: other };
    return this.call(endpoints.linkItem, { params: { key }, body });
  }

  /** What happened to an item, oldest first. */
  getJournal(
    key: string,
    query: z.input<typeof endpoints.getJournal.query> = {},
  ): Promise<JournalPage> {
    return this.call(endpoints.getJournal, { params: { key }, query });
  }

  /** Everything that hangs together with an item. */
  getChain(key: string): Promise<Chain> {
    return this.call(endpoints.getChain, { params: { key } });
  }

  /** What waits for the caller. */
  getInbox(
    query: z.input<typeof endpoints.getInbox.query> = {},
  ): Promise<Page<InboxEntry>> {
    return this.call(endpoints.getInbox, { query });
  }

  /** Who is away, and who votes meanwhile. */
  listDelegations(
    query: z.input<typeof endpoints.listDelegations.query> = {},
  ): Promise<Page<Delegation>> {
    return this.call(endpoints.listDelegations, { query });
  }

  /** Enters an absence. */
  addDelegation(
    body: z.input<typeof endpoints.addDelegation.body>,
  ): Promise<Delegation> {
    return this.call(endpoints.addDelegation, { body });
  }

  /** Ends an absence. */
  async endDelegation(id: number): Promise<void> {
    await this.send(endpoints.endDelegation, { params: { id } });
  }

  /** Finds cases; all parameters are optional. */
  listCases(
    query: z.input<typeof endpoints.listCases.query> = {},
  ): Promise<Page<CaseRow>> {
    return this.call(endpoints.listCases, { query });
  }

  /** Begins a case. */
  createCase(
    body: z.input<typeof endpoints.createCase.body>,
    options?: CallOptions,
  ): Promise<Case> {
    return this.call(endpoints.createCase, { body }, options);
  }

  /** One case with its text. */
  getCase(id: string): Promise<Case> {
    return this.call(endpoints.getCase, { params: { id } });
  }

  /** Writes the next revision of a case. */
  updateCase(
    id: string,
    body: z.input<typeof endpoints.updateCase.body>,
  ): Promise<Case> {
    return this.call(endpoints.updateCase, { params: { id }, body });
  }

  /** The revisions of a case, newest first. */
  listCaseRevisions(id: string): Promise<Page<CaseRevision>> {
    return this.call(endpoints.listCaseRevisions, { params: { id } });
  }

  /** The first places of a season, and the caller's own standing. */
  getLeaderboard(
    board: LeaderboardId,
    query: z.input<typeof endpoints.getLeaderboard.query> = {},
  ): Promise<Leaderboard> {
    return this.call(endpoints.getLeaderboard, { params: { board }, query });
  }

  /** The seasons with points, newest first. */
  listSeasons(): Promise<Page<Season>> {
    return this.call(endpoints.listSeasons, {});
  }

  /** The points of a person, each with its source. */
  listContributions(
    user: string,
    query: z.input<typeof endpoints.listContributions.query> = {},
  ): Promise<Contributions> {
    return this.call(endpoints.listContributions, { params: { user }, query });
  }

  private async call<A extends z.ZodType>(
    endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, A>,
    input: RequestInput,
    options?: CallOptions,
  ): Promise<z.infer<A>> {
    const response = await this.send(endpoint, input, options);
    return response.json();
  }

  private async send(
    endpoint: Endpoint,
    input: RequestInput,
    options: CallOptions = {},
  ): Promise<Response> {
    const baseUrl = await this.options.discoveryApi.getBaseUrl('bridge');
    const path = fillPath(endpoint.path, input.params ?? {});
    const response = await this.options.fetchApi.fetch(
      baseUrl + path + queryString(input.query ?? {}),
      {
        method: endpoint.method.toUpperCase(),
        headers: headersOf(input.body, options),
        ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
      },
    );
    if (!response.ok) {
      throw await errorOf(response);
    }
    return response;
  }
}

interface RequestInput {
  params?: object;
  query?: object;
  body?: unknown;
}

function fillPath(path: string, params: object): string {
  const values = new Map(Object.entries(params));
  return path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(String(values.get(name))),
  );
}

function queryString(query: object): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]): [string, string] => [key, String(value)]);
  const text = new URLSearchParams(entries).toString();
  return text && `?${text}`;
}

function headersOf(
  body: unknown,
  options: CallOptions,
): Record<string, string> {
  return {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(options.token && { authorization: `Bearer ${options.token}` }),
    ...(options.ifMatch && { 'if-match': options.ifMatch }),
    ...(options.idempotencyKey && {
      'idempotency-key': options.idempotencyKey,
    }),
  };
}
