import { mockCredentials } from '@backstage/backend-test-utils';
import { Item } from '@techbridge/plugin-bridge-common';
import request from 'supertest';

/** What is sent besides the body. */
export interface Extras {
  /** The Idempotency-Key. */
  key?: string;
  language?: string;
}

/** The full reference of somebody in tests. */
export function user(name: string): string {
  return `user:default/${name}`;
}

/**
 * People who send requests, to one replica after the other.
 */
export class TestPeople {
  private turn = 0;

  constructor(private readonly addresses: string[]) {}

  /** Reads something. */
  get(name: string, path: string): request.Test {
    return this.with(request(this.next()).get(`/api/bridge${path}`), name, {});
  }

  /** Sends something. */
  post(name: string, path: string, body: object, extras: Extras = {}) {
    const sent = request(this.next()).post(`/api/bridge${path}`);
    return this.with(sent, name, extras).send(body);
  }

  /** Writes something over. */
  put(name: string, path: string, body: object) {
    const sent = request(this.next()).put(`/api/bridge${path}`);
    return this.with(sent, name, {}).send(body);
  }

  /** Takes something away. */
  remove(name: string, path: string) {
    const sent = request(this.next()).delete(`/api/bridge${path}`);
    return this.with(sent, name, {});
  }

  /** An item as somebody sees it. */
  async item(key: string, name: string): Promise<Item> {
    const { status, body } = await this.get(name, `/items/${key}`);
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  }

  /** Makes an item, which must succeed. */
  async create(name: string, body: object): Promise<Item> {
    return granted(await this.post(name, '/items', body));
  }

  /** Acts on an item as it stands, which must succeed. */
  async act(
    name: string,
    key: string,
    action: string,
    body: object = {},
  ): Promise<Item> {
    const { rev } = await this.item(key, name);
    const path = `/items/${key}/actions/${action}`;
    return granted(await this.post(name, path, { rev, ...body }));
  }

  /** Votes. */
  vote(
    name: string,
    key: string,
    body: { board: string; choice: string; reason?: string },
    extras: Extras = {},
  ) {
    return this.post(name, `/items/${key}/ballots`, body, extras);
  }

  private next(): string {
    this.turn += 1;
    return this.addresses[this.turn % this.addresses.length];
  }

  private with(
    sent: request.Test,
    name: string,
    { key, language }: Extras,
  ): request.Test {
    sent.set('Authorization', mockCredentials.user.header(user(name)));
    if (key) {
      sent.set('Idempotency-Key', key);
    }
    return language ? sent.set('Accept-Language', language) : sent;
  }
}

/** The item that a request was answered with, which must have succeeded. */
export function granted({ status, body }: request.Response): Item {
  expect([status < 300, body.error]).toEqual([true, undefined]);
  return body;
}
