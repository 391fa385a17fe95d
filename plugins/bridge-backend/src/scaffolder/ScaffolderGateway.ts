import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

const PATIENCE_MS = 20_000;

/** The value that tells tasks of ours apart. */
const KEY = 'techBridgeKey';

const TASKS_AT_ONCE = 100;
const MOST_PAGES = 10;

interface Task {
  id: string;
  spec?: { parameters?: { [name: string]: unknown } };
}

/**
 * Talks with the scaffolder of this Backstage, as the bridge itself.
 *
 * @internal
 */
export class ScaffolderGateway {
  constructor(
    private readonly auth: AuthService,
    private readonly discovery: DiscoveryService,
  ) {}

  /**
   * Starts a task.
   *
   * @param key - what {@link taskWith} finds it by
   * @returns its id
   */
  async start(
    templateRef: string,
    values: object,
    key: string,
  ): Promise<string> {
    const task = await this.ask('', {
      method: 'POST',
      body: JSON.stringify({ templateRef, values: { ...values, [KEY]: key } }),
    });
    return (task as Task).id;
  }

  /** The task that was started with a key, among the last thousand. */
  async taskWith(key: string): Promise<string | undefined> {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const offset = page * TASKS_AT_ONCE;
      const query = `?limit=${TASKS_AT_ONCE}&offset=${offset}`;
      const { tasks } = (await this.ask(query)) as { tasks: Task[] };
      const found = tasks.find(({ spec }) => spec?.parameters?.[KEY] === key);
      if (found || tasks.length < TASKS_AT_ONCE) {
        return found?.id;
      }
    }
    return undefined;
  }

  private async ask(path: string, request: RequestInit = {}): Promise<unknown> {
    const baseUrl = await this.discovery.getBaseUrl('scaffolder');
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: await this.auth.getOwnServiceCredentials(),
      targetPluginId: 'scaffolder',
    });
    const response = await fetch(`${baseUrl}/v2/tasks${path}`, {
      ...request,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 404) {
      throw new Error(
        'This Backstage has no scaffolder, or no such template. Add @backstage/plugin-scaffolder-backend to the backend.',
      );
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
