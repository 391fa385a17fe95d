import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Agent, ClientRequest, IncomingMessage, request as send } from 'http';
import { text } from 'stream/consumers';
import { Knex } from 'knex';
import { AddressInfo } from 'net';
import { DatabaseId } from '../../testing/databases';
import { demoEntities } from '../../testing/demoEntities';
import { TestPolicy } from '../../testing/startBridgeForTest';
import { assemblyConfig } from '../../workflow/testing/assembly';
import { TestPeople } from '../../workflow/testing/TestPeople';
import { RawAnswer } from './AnswerJudge';
import { FuzzRequest, OpenApiDocument } from './FuzzRequests';
import { seedFuzzPlant } from './seedFuzzPlant';
import {
  CLERK,
  SmallFactory,
  smallFactory,
  SOLVER,
  VOTERS,
} from './smallFactory';

/** Who may do nothing at all. */
const DENIED = 'user:default/liu.yang';

/** Whoever waits longer than this does not wait any more; in milliseconds. */
const LONGEST_WAIT = 20_000;

const HEADERS: { [caller: string]: () => string } = {
  service: () => mockCredentials.service.header(),
  nobody: () => mockCredentials.none.header(),
  forged: () => mockCredentials.user.invalidHeader(),
};

const policy: TestPolicy = (_, person) => ({
  result: person === DENIED ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
});

const refsOf = (kind: string) =>
  demoEntities.filter(one => one.kind === kind).map(stringifyEntityRef);

/** Who sends requests; who is named more often sends more of them. */
export const CALLERS = [
  ...[SOLVER, SOLVER, SOLVER, CLERK, CLERK, CLERK, ...VOTERS, ...VOTERS],
  ...['user:default/lin.xiaolan', 'user:default/ma.jun', DENIED],
  ...['service', 'nobody', 'forged'],
];

/** A plant with a little of everything, that takes requests as they are. */
export class FuzzPlant {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly factory: SmallFactory,
    private readonly address: string,
    /** Values that are known before anything is read, by name. */
    readonly known: { [name: string]: unknown[] },
  ) {}

  /** Starts it, with items on which something can be done. */
  static async start(id: DatabaseId): Promise<FuzzPlant> {
    const factory = await smallFactory(id, assemblyConfig, policy);
    const { port } = factory.bridge.server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    const known = await seedFuzzPlant(factory, new TestPeople([address]));
    return new FuzzPlant(factory, address, {
      ...known,
      people: refsOf('User'),
      groups: refsOf('Group'),
      'System.name': ['mes', 'wms'],
      systems: ['system:default/mes', 'system:default/wms'],
    });
  }

  get knex(): Knex {
    return this.factory.knex;
  }

  /** The people of the plant. */
  get people(): TestPeople {
    return new TestPeople([this.address]);
  }

  /** Lets go of what it holds. */
  stop(): void {
    this.agent.destroy();
  }

  /** The document that the plugin serves. */
  async document(): Promise<OpenApiDocument> {
    return (await this.people.get('he.jing', '/openapi.json')).body;
  }

  /** Sends a request exactly as it is written; status 0 stands for no answer. */
  send(request: FuzzRequest): Promise<RawAnswer> {
    // Nobody counts here, and the statements would fill the memory.
    this.factory.bridge.resetCounts();
    return new Promise(resolve => {
      const sent = this.open(request);
      const fail = (error: Error) =>
        // A connection that the other side has closed meanwhile.
        sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
          ? resolve(this.send(request))
          : resolve({ status: 0, type: '', text: error.message });
      sent.on('error', fail);
      sent.setTimeout(LONGEST_WAIT, () =>
        sent.destroy(new Error(`Nothing within ${LONGEST_WAIT} ms`)),
      );
      sent.on('response', response => resolve(answerOf(response)));
      sent.end(request.body);
    });
  }

  private open({
    operation,
    path,
    caller,
    headers,
  }: FuzzRequest): ClientRequest {
    const token = HEADERS[caller]?.() ?? mockCredentials.user.header(caller);
    return send(`${this.address}/api/bridge`, {
      agent: this.agent,
      method: operation.method.toUpperCase(),
      path: `/api/bridge${path}`,
      headers: { ...headers, Authorization: token },
    });
  }
}

async function answerOf(response: IncomingMessage): Promise<RawAnswer> {
  return {
    status: response.statusCode ?? 0,
    type: response.headers['content-type'] ?? '',
    text: await text(response),
  };
}
