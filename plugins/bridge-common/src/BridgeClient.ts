import { z } from 'zod';
import { BridgeClientOptions, BridgeHttp, CallOptions } from './BridgeHttp';
import { fileOf } from './fileOf';
import { ExportedFile, ExportFormat } from './itemExport';
import { AppointmentInput, SuperUser } from './appointment';
import { DecisionRecord } from './decision';
import { Delegation } from './delegation';
import {
  ClockState,
  Contributions,
  Department,
  endpoints,
  JournalPage,
  Leaderboard,
  Season,
} from './endpoints';
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
import { Workflow, WorkflowReport, WorkflowVocabulary } from './workflow';
import { WorkflowVersionClient } from './WorkflowVersionClient';
import { LeaderboardId } from './recognition';

/**
 * The bridge over HTTP; one method an endpoint, made from the endpoint table.
 * Every method throws a {@link BridgeError} when the bridge refuses.
 *
 * @public
 */
export class BridgeClient extends WorkflowVersionClient {
  private readonly http: BridgeHttp;

  constructor(options: BridgeClientOptions) {
    super(options);
    this.http = new BridgeHttp(options);
  }

  /** Finds systems; all parameters are optional. */
  listSystems(
    query: z.input<typeof endpoints.listSystems.query> = {},
    options?: CallOptions,
  ): Promise<Page<System>> {
    return this.http.call(endpoints.listSystems, { query }, options);
  }

  /** One system with both its owners. */
  getSystem(name: string, options?: CallOptions): Promise<System> {
    return this.http.call(endpoints.getSystem, { params: { name } }, options);
  }

  /** One system together with its `ETag`, to start a change from. */
  async getSystemToEdit(
    name: string,
  ): Promise<{ system: System; etag: string }> {
    const response = await this.http.send(endpoints.getSystem, {
      params: { name },
    });
    const etag = response.headers.get('etag') ?? '';
    return { system: await response.json(), etag };
  }

  /** Registers a system. */
  createSystem(
    body: z.input<typeof endpoints.createSystem.body> | CreateSystem,
  ) {
    return this.http.call(endpoints.createSystem, { body });
  }

  /** Changes a registered system. */
  updateSystem(
    name: string,
    body: z.input<typeof endpoints.updateSystem.body> | UpdateSystem,
    options?: CallOptions,
  ): Promise<System> {
    return this.http.call(
      endpoints.updateSystem,
      { params: { name }, body },
      options,
    );
  }

  /** Takes a registered system out of the register. */
  async deleteSystem(name: string): Promise<void> {
    await this.http.send(endpoints.deleteSystem, { params: { name } });
  }

  /** The super users of a system, or whom to ask at a moment. */
  listSuperUsers(
    name: string,
    query: z.input<typeof endpoints.listSuperUsers.query> = {},
  ): Promise<Page<SuperUser>> {
    return this.http.call(endpoints.listSuperUsers, {
      params: { name },
      query,
    });
  }

  /** Appoints a super user, or changes the appointment. */
  appointSuperUser(
    name: string,
    user: string,
    body: z.input<typeof endpoints.appointSuperUser.body> | AppointmentInput,
  ): Promise<System> {
    return this.http.call(endpoints.appointSuperUser, {
      params: { name, user },
      body,
    });
  }

  /** Ends an appointment. */
  endAppointment(name: string, user: string): Promise<System> {
    return this.http.call(endpoints.endAppointment, { params: { name, user } });
  }

  /** Departments and groups, by name. */
  listDepartments(
    query: z.input<typeof endpoints.listDepartments.query> = {},
  ): Promise<Page<Department>> {
    return this.http.call(endpoints.listDepartments, { query });
  }

  /** The clock that rules count with. */
  getClock(): Promise<ClockState> {
    return this.http.call(endpoints.getClock, {});
  }

  /** What the catalog shows of the bridge; for service principals. */
  getCatalogProjection(
    since: string | undefined,
    options: CallOptions,
  ): Promise<CatalogProjection> {
    const query = since === undefined ? {} : { since };
    return this.http.call(endpoints.catalogProjection, { query }, options);
  }

  /** The workflows in force. */
  listWorkflows(): Promise<Page<Workflow>> {
    return this.http.call(endpoints.listWorkflows, { query: { limit: 100 } });
  }

  /** A workflow; without a version the one in force. */
  getWorkflow(id: string, version?: number): Promise<Workflow> {
    const query = version === undefined ? {} : { version };
    return this.http.call(endpoints.getWorkflow, { params: { id }, query });
  }

  /** The effects and the sources of roles that workflows may use. */
  getWorkflowVocabulary(): Promise<WorkflowVocabulary> {
    return this.http.call(endpoints.getWorkflowVocabulary, {});
  }

  /** Compiles a definition and says what is wrong with it. */
  validateWorkflow(yaml: string): Promise<WorkflowReport> {
    return this.http.call(endpoints.validateWorkflow, { body: { yaml } });
  }

  /** Finds items; all parameters are optional. */
  listItems(
    query: z.input<typeof endpoints.listItems.query> = {},
  ): Promise<Page<ItemRow>> {
    return this.http.call(endpoints.listItems, { query });
  }

  /** Every item that matches, as a file. */
  async exportItems(
    format: ExportFormat,
    query: z.input<typeof endpoints.exportItems.query> = {},
  ): Promise<ExportedFile> {
    const input = { params: { format }, query };
    return fileOf(
      await this.http.send(endpoints.exportItems, input),
      `items.${format}`,
    );
  }

  /** Makes an item. */
  createItem(
    body: z.input<typeof endpoints.createItem.body>,
    options?: CallOptions,
  ): Promise<Item> {
    return this.http.call(endpoints.createItem, { body }, options);
  }

  /** One item with what the caller may do with it now. */
  getItem(key: string): Promise<Item> {
    return this.http.call(endpoints.getItem, { params: { key } });
  }

  /** Does something with an item. */
  act(
    key: string,
    action: string,
    body: z.input<typeof endpoints.act.body>,
    options?: CallOptions,
  ): Promise<Item> {
    return this.http.call(
      endpoints.act,
      { params: { key, action }, body },
      options,
    );
  }

  /** Votes on a board of an item. */
  castBallot(
    key: string,
    body: z.input<typeof endpoints.castBallot.body>,
    options?: CallOptions,
  ): Promise<Item> {
    return this.http.call(
      endpoints.castBallot,
      { params: { key }, body },
      options,
    );
  }

  /** Declares a conflict of interest; the chair may name a member. */
  declareRecusal(
    key: string,
    body: z.input<typeof endpoints.declareRecusal.body>,
  ): Promise<Item> {
    return this.http.call(endpoints.declareRecusal, { params: { key }, body });
  }

  /** Adds a voter to an open board of an item, or removes one. */
  changeVoters(
    key: string,
    body: z.input<typeof endpoints.changeVoters.body>,
    options?: CallOptions,
  ): Promise<Item> {
    return this.http.call(
      endpoints.changeVoters,
      { params: { key }, body },
      options,
    );
  }

  /** Lets somebody take over an item from a person who has left. */
  handOver(
    key: string,
    body: z.input<typeof endpoints.handOver.body>,
    options?: CallOptions,
  ): Promise<Item> {
    return this.http.call(
      endpoints.handOver,
      { params: { key }, body },
      options,
    );
  }

  /** Says that a condition of a decision is met, or after all is not. */
  reportCondition(
    key: string,
    condition: string,
    body: ConditionInput,
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key, condition }, body };
    return this.http.call(endpoints.reportCondition, input, options);
  }

  /** The records of the boards that have closed on an item. */
  listDecisions(key: string): Promise<Page<DecisionRecord>> {
    return this.http.call(endpoints.listDecisions, { params: { key } });
  }

  /** Comments on an item. */
  commentOnItem(
    key: string,
    body: z.input<typeof endpoints.commentOnItem.body>,
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key }, body };
    return this.http.call(endpoints.commentOnItem, input, options);
  }

  /** Links an item with another one. */
  linkItem(key: string, type: LinkType, other: string): Promise<Item> {
    const body = { type, key: other };
    return this.http.call(endpoints.linkItem, { params: { key }, body });
  }

  /** What happened to an item, oldest first. */
  getJournal(
    key: string,
    query: z.input<typeof endpoints.getJournal.query> = {},
  ): Promise<JournalPage> {
    return this.http.call(endpoints.getJournal, { params: { key }, query });
  }

  /** Everything that hangs together with an item. */
  getChain(key: string): Promise<Chain> {
    return this.http.call(endpoints.getChain, { params: { key } });
  }

  /** What waits for the caller. */
  getInbox(
    query: z.input<typeof endpoints.getInbox.query> = {},
  ): Promise<Page<InboxEntry>> {
    return this.http.call(endpoints.getInbox, { query });
  }

  /** Who is away, and who votes meanwhile. */
  listDelegations(
    query: z.input<typeof endpoints.listDelegations.query> = {},
  ): Promise<Page<Delegation>> {
    return this.http.call(endpoints.listDelegations, { query });
  }

  /** Enters an absence. */
  addDelegation(
    body: z.input<typeof endpoints.addDelegation.body>,
  ): Promise<Delegation> {
    return this.http.call(endpoints.addDelegation, { body });
  }

  /** Ends an absence. */
  async endDelegation(id: number): Promise<void> {
    await this.http.send(endpoints.endDelegation, { params: { id } });
  }

  /** Finds cases; all parameters are optional. */
  listCases(
    query: z.input<typeof endpoints.listCases.query> = {},
  ): Promise<Page<CaseRow>> {
    return this.http.call(endpoints.listCases, { query });
  }

  /** Begins a case. */
  createCase(
    body: z.input<typeof endpoints.createCase.body>,
    options?: CallOptions,
  ): Promise<Case> {
    return this.http.call(endpoints.createCase, { body }, options);
  }

  /** One case with its text. */
  getCase(id: string): Promise<Case> {
    return this.http.call(endpoints.getCase, { params: { id } });
  }

  /** Writes the next revision of a case. */
  updateCase(
    id: string,
    body: z.input<typeof endpoints.updateCase.body>,
  ): Promise<Case> {
    return this.http.call(endpoints.updateCase, { params: { id }, body });
  }

  /** The revisions of a case, newest first. */
  listCaseRevisions(id: string): Promise<Page<CaseRevision>> {
    return this.http.call(endpoints.listCaseRevisions, { params: { id } });
  }

  /** The first places of a season, and the caller's own standing. */
  getLeaderboard(
    board: LeaderboardId,
    query: z.input<typeof endpoints.getLeaderboard.query> = {},
  ): Promise<Leaderboard> {
    return this.http.call(endpoints.getLeaderboard, {
      params: { board },
      query,
    });
  }

  /** The seasons with points, newest first. */
  listSeasons(): Promise<Page<Season>> {
    return this.http.call(endpoints.listSeasons, {});
  }

  /** The points of a person, each with its source. */
  listContributions(
    user: string,
    query: z.input<typeof endpoints.listContributions.query> = {},
  ): Promise<Contributions> {
    return this.http.call(endpoints.listContributions, {
      params: { user },
      query,
    });
  }
}
