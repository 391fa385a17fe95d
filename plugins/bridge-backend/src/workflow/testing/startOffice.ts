import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  itemReadPermission,
  VersionStep,
  workflowManagePermission,
  workflowPublishPermission,
  WorkflowVersion,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';
import { readFileSync } from 'fs';
import { AddressInfo } from 'net';
import { Knex } from 'knex';
import { resolve } from 'path';
import request from 'supertest';
import {
  startBridgeForTest,
  TestPolicy,
} from '../../testing/startBridgeForTest';
import { inThisFolder } from './assembly';
import { TestPeople, user } from './TestPeople';

/** The programme manager, who drafts and publishes. */
export const MANAGER = 'lin.xiaolan';
/** Somebody else who drafts and publishes. */
export const EDITOR = 'zheng.bo';
/** Who publishes, and drafts nothing. */
export const CHAIR = 'zhou.qiming';
/** Who only reads how items go. */
export const READER = 'zhang.qiang';
/** Who may not even see an item. */
export const STRANGER = 'ma.jun';

const HOLDERS: { [permission: string]: string[] } = {
  [workflowManagePermission.name]: [MANAGER, EDITOR],
  [workflowPublishPermission.name]: [MANAGER, EDITOR, CHAIR],
};

const policy: TestPolicy = (permission, person) => {
  const isHeld = HOLDERS[permission]?.map(user).includes(person) ?? true;
  const isStrange =
    permission === itemReadPermission.name && person === user(STRANGER);
  const { ALLOW, DENY } = AuthorizeResult;
  return { result: isHeld && !isStrange ? ALLOW : DENY };
};

/** Where the settings of the review board stand. */
export const BOARD = 'spec.states.board.approval.boards.board';

/** The definition of proposals as it is shipped. */
export const SHIPPED = readFileSync(
  resolve(inThisFolder('.'), '../../../workflows/proposal.yaml'),
  'utf8',
);

/** The shipped definition with another share of the board that must vote. */
export function proposalWithQuorum(percent: number): string {
  return SHIPPED.replace('percent: 60', `percent: ${percent}`);
}

/** An edit of one setting: the share of the board that must vote. */
export function quorumOf(percent: number, basedOn?: number) {
  const changes = [{ path: `${BOARD}.quorum.percent`, value: percent }];
  return { changes, ...(basedOn !== undefined && { basedOn }) };
}

/** The plugin, and people who work on versions of the proposal. */
export async function startOffice(
  knex: Knex,
  workflows: { folders?: string[]; sourceOfTruth?: string } = {},
) {
  const config = { bridge: { workflows } };
  const { server, notifications, runTask } = await startBridgeForTest({
    ...{ knex, policy, config },
  });
  const { port } = server.address() as AddressInfo;
  const people = new TestPeople([`http://127.0.0.1:${port}`]);
  const at = (path: string) => `/workflows/proposal${path}`;
  return {
    people,
    runTask,
    /** What people were told, and not asked for yet. */
    told: () => notifications.splice(0),
    versions: async (): Promise<WorkflowVersion[]> =>
      (await people.get(READER, at('/versions'))).body.items,
    version: async (
      name: string,
      version: number,
    ): Promise<WorkflowVersionDetail> =>
      (await people.get(name, at(`/versions/${version}`))).body,
    draft: (name: string, edit: object) =>
      people.post(name, at('/versions'), edit),
    edit: (name: string, version: number, body: object) =>
      people.put(name, at(`/versions/${version}`), body),
    /** Takes a step with a version as it was read. */
    step: (
      name: string,
      step: VersionStep,
      read: { version: number; hash: string; comment?: string; ask?: string },
      language?: string,
    ) => {
      const { version, hash, comment, ask } = read;
      const publishes = step === 'publish';
      const body = { hash, comment, ask, ...(publishes && { version }) };
      const path = publishes ? '/publish' : `/versions/${version}/${step}`;
      return people.post(name, at(path), body, { language });
    },
    reload: async () =>
      (await people.post(MANAGER, '/workflows/reload', {})).body,
  };
}

/** What a request was answered with, which must have succeeded. */
export async function made(
  sent: request.Test | Promise<request.Response>,
): Promise<WorkflowVersionDetail> {
  const { status, body } = await sent;
  expect([status < 300, body.error]).toEqual([true, undefined]);
  return body;
}

/** Why a request was refused. */
export async function refusal(
  sent: request.Test | Promise<request.Response>,
): Promise<[number, string]> {
  const { status, body } = await sent;
  return [status, body.error?.code];
}
