import { z } from 'zod';
import { AppointmentInput, SuperUser } from './appointment';
import { BridgeError, FieldProblem } from './BridgeError';
import { ClockState, Department, Endpoint, endpoints } from './endpoints';
import { ErrorCode, errorMessages, MessageParams } from './errorMessages';
import { Page } from './paging';
import { CatalogProjection } from './projection';
import { CreateSystem, System, UpdateSystem } from './system';

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
  };
}

interface ErrorBody {
  error?: {
    code?: string;
    params?: MessageParams;
    fields?: FieldProblem[];
    current?: unknown;
  };
}

async function errorOf(response: Response): Promise<BridgeError> {
  const body: ErrorBody = await response.json().catch(() => ({}));
  const { code, params, fields, current } = body.error ?? {};
  if (code && Object.hasOwn(errorMessages, code)) {
    return new BridgeError(code as ErrorCode, { params, fields, current });
  }
  return new BridgeError(codeOfStatus(response.status));
}

function codeOfStatus(status: number): ErrorCode {
  const codes: Record<number, ErrorCode> = {
    401: 'unauthenticated',
    403: 'not-allowed',
    404: 'route-not-found',
    413: 'body-too-large',
    503: 'unavailable',
  };
  return codes[status] ?? 'internal';
}
