import { once } from 'events';
import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { setTimeout } from 'timers/promises';
import { Chance } from './Chance';
import { freePort } from './freePort';

/** An effect as the other system has come to know it. */
export interface ReceivedEffect {
  /** The `Idempotency-Key`. */
  name: string;
  item: string;
  step: string;
  /** How often it arrived. */
  tries: number;
  /** How often it took effect; once, when the key is the same every time. */
  taken: number;
}

/** A request that waits to be answered. */
export interface HeldRequest {
  /** The `Idempotency-Key`. */
  name: string;
  answer: (status: number) => void;
}

/** Of a hundred requests so many are answered with an error. */
const FAILING = 30;

interface SentEffect {
  item: { key: string };
  body: { step: string };
}

/**
 * Another system, which is told of effects and can be in any bad condition:
 * answering with errors before or after it has taken an effect, away for a
 * while, or slow. What it has seen it does not do again.
 */
export class Receiver {
  /** By their `Idempotency-Key`. */
  readonly effects = new Map<string, ReceivedEffect>();
  private failing = 0;
  private server?: Server;
  private port = 0;
  private readonly holding = new Map<string, (held: HeldRequest) => void>();

  constructor(private readonly chance: Chance) {}

  /** Where it is, also while it is away. */
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Begins to answer, at the same address every time. */
  async open(): Promise<void> {
    const server = createServer((request, response) => {
      this.receive(request, response).catch(() => response.destroy());
    });
    this.port ||= await freePort();
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.server = server;
  }

  /** Goes away in the middle of whatever it does. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) {
      const gone = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await gone;
    }
  }

  /**
   * Fails often, and is away now and then, until it is told to end that.
   *
   * @param least - how often it is away at least before it has come to an end
   */
  makeTrouble(least: number): { end: () => Promise<void> } {
    let isOver = false;
    let spells = 0;
    this.failing = FAILING;
    const run = async () => {
      while (!isOver || spells < least) {
        spells += 1;
        await setTimeout(1_000 + this.chance.below(3_000));
        await this.close();
        await setTimeout(this.chance.below(1_000));
        await this.open();
      }
    };
    const running = run();
    return {
      end: async () => {
        isOver = true;
        await running;
        this.failing = 0;
      },
    };
  }

  /** The next request about a step of an item; it waits to be answered. */
  holdNext(item: string, step: string): Promise<HeldRequest> {
    return new Promise(resolve => {
      this.holding.set(`${item} ${step}`, resolve);
    });
  }

  private async receive(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const name = String(request.headers['idempotency-key']);
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const sent: SentEffect = JSON.parse(Buffer.concat(chunks).toString());
    const fails = this.chance.percent(this.failing);
    // A system may also fail when it has done its work.
    if (!fails || this.chance.percent(50)) {
      this.take(name, sent);
    }
    const answer = (status: number) => void response.writeHead(status).end();
    const place = `${sent.item.key} ${sent.body.step}`;
    const hold = this.holding.get(place);
    this.holding.delete(place);
    if (hold) {
      hold({ name, answer });
    } else {
      answer(fails ? 503 : 204);
    }
  }

  private take(name: string, { item, body }: SentEffect): void {
    const known = this.effects.get(name);
    const effect = known ?? {
      ...{ name, item: item.key, step: body.step },
      ...{ tries: 0, taken: 0 },
    };
    effect.tries += 1;
    const isSame = effect.item === item.key && effect.step === body.step;
    effect.taken += known && isSame ? 0 : 1;
    this.effects.set(name, effect);
  }
}
