import type { Item, ItemAction } from '@techbridge/plugin-bridge-common';
import { APIRequestContext, expect } from './fixtures';
import { Call, follower } from './follower';

const once = () => ({ 'idempotency-key': crypto.randomUUID() });

/** What is written into the form of an action. */
export type Answers = Readonly<Record<string, unknown>>;

interface FormSchema {
  properties?: object;
  required?: string[];
}

/** A refusal, as far as tests care. */
export interface Refused {
  status: number;
  code: string;
}

/**
 * People of the demo factory who work by HTTP alone: they look at an item,
 * choose from what it offers them, and fill in the form it shows.
 */
export function byHttp(request: APIRequestContext) {
  const calls = new Map<string, Promise<Call>>();

  /** The operations of the OpenAPI document, in the name of a person. */
  const as = (name: string): Promise<Call> => {
    const call = calls.get(name) ?? follower(request, `user:default/${name}`);
    calls.set(name, call);
    return call;
  };

  /** Calls an operation that must succeed. */
  async function ask<T>(name: string, ...args: Parameters<Call>): Promise<T> {
    const answer = await (await as(name))(...args);
    expect(answer.status(), await answer.text()).toBeLessThan(300);
    return answer.json();
  }

  const item = (name: string, key: string) =>
    ask<Item>(name, 'getItem', { key });

  /** Calls an operation that must be refused. */
  async function refused(
    name: string,
    ...args: Parameters<Call>
  ): Promise<Refused> {
    const answer = await (await as(name))(...args);
    expect(answer.status(), await answer.text()).toBeGreaterThanOrEqual(400);
    const { error } = await answer.json();
    return { status: answer.status(), code: error.code };
  }

  return {
    ask,
    item,
    refused,

    create: (name: string, workflow: string, data: Answers) =>
      ask<Item>(name, 'createItem', {}, { workflow, data }, once()),

    /** Does what the item offers, with the form that it asks for. */
    async act(
      name: string,
      key: string,
      action: string,
      data?: Answers,
    ): Promise<Item> {
      const { rev, actions, data: known } = await item(name, key);
      const offered = actions.find(({ id }) => id === action);
      expect(offered, `${key} offers ${action}`).toMatchObject({
        allowed: true,
      });
      suits(offered, known, data ?? {});
      const input = { rev, ...(data && { data }) };
      return ask<Item>(name, 'act', { key, action }, input, once());
    },

    /** Tries what the item does not offer. */
    async tries(
      name: string,
      key: string,
      action: string,
      data?: Answers,
    ): Promise<Refused> {
      const { rev } = await item(name, key);
      const input = { rev, ...(data && { data }) };
      return refused(name, 'act', { key, action }, input, once());
    },

    vote: (name: string, key: string, ballot: object) =>
      ask<Item>(name, 'castBallot', { key }, ballot, once()),

    triesToVote: (name: string, key: string, ballot: object) =>
      refused(name, 'castBallot', { key }, ballot, once()),
  };
}

/** People of the demo factory at work over HTTP. */
export type ByHttp = ReturnType<typeof byHttp>;

/** Fails where the form does not ask for this, or asks for more. */
function suits(action: ItemAction | undefined, known: Answers, data: Answers) {
  const form = formSchema(action);
  expect(Object.keys(form.properties)).toEqual(
    expect.arrayContaining(Object.keys(data)),
  );
  expect(Object.keys({ ...known, ...data })).toEqual(
    expect.arrayContaining(form.required),
  );
}

function formSchema(action: ItemAction | undefined) {
  const { properties = {}, required = [] }: FormSchema =
    action?.form?.schema ?? {};
  return { properties, required };
}
