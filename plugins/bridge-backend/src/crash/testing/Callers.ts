import { setTimeout } from 'timers/promises';

/** An answer, as it came. */
export interface Answer {
  status: number;
  text: string;
}

/** What is sent. */
export interface Message {
  path: string;
  body?: object;
  /** The Idempotency-Key. */
  key?: string;
}

const PATIENCE_MS = 60_000;

/** People who have signed in to a backend and call it over HTTP. */
export class Callers {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly addresses: () => string[]) {}

  /** Signs people in, as soon as the catalog knows them. */
  async signIn(names: string[]): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (const name of names) {
      while (!(await this.tryToSignIn(name))) {
        if (Date.now() > end) {
          throw new Error(`${name} cannot sign in`);
        }
        await setTimeout(100);
      }
    }
  }

  /**
   * Sends something to one of the replicas.
   *
   * @throws TypeError when the connection fails
   */
  async call(address: string, name: string, message: Message): Promise<Answer> {
    const { path, body, key } = message;
    const response = await fetch(`${address}/api/bridge${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${this.tokens.get(name)}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Sends something to the first replica. */
  async post(name: string, path: string, body: object) {
    const [address] = this.addresses();
    const { status, text } = await this.call(address, name, { path, body });
    return { status, body: JSON.parse(text) };
  }

  private async tryToSignIn(name: string): Promise<boolean> {
    const [address] = this.addresses();
    const response = await fetch(`${address}/api/auth/persona/refresh`, {
      headers: { 'x-persona': `user:default/${name}` },
    });
    const { backstageIdentity } = await response.json();
    if (backstageIdentity) {
      this.tokens.set(name, backstageIdentity.token);
    }
    return Boolean(backstageIdentity);
  }
}
