import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Attachment,
  BridgeError,
  MOST_ATTACHMENTS,
  operationsManagePermission,
} from '@techbridge/plugin-bridge-common';
import { FileAnswer } from '../../http/sendFile';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { CommandScope } from '../CommandRunner';
import { CommandCaller, ItemCommandService } from '../ItemCommandService';
import { ItemService } from '../ItemService';
import { CommandAnswer } from '../KeptAnswers';
import { Draft, ItemRecord } from '../records';
import {
  AttachmentRecord,
  AttachmentStore,
  NewAttachment,
} from './AttachmentStore';
import { digestOf, isPicture, takeFile } from './takeFile';

/** Who reads files. @internal */
export interface AttachmentReader {
  credentials: BackstageCredentials;
  /** None where another plugin reads. */
  person?: string;
}

/**
 * Files on work items. Whoever sees an item sees its files, whoever may comment
 * on it may attach some.
 *
 * @internal
 */
export class AttachmentService {
  constructor(
    private readonly parts: {
      attachments: AttachmentStore;
      items: ItemService;
      commands: ItemCommandService;
      authorizer: Authorizer<ItemCondition>;
    },
  ) {}

  /** The files on an item, oldest first. */
  async list(key: string, reader: AttachmentReader): Promise<Attachment[]> {
    const { items, attachments } = this.parts;
    const { id } = await items.seen(key, reader.credentials);
    const records = await attachments.list(id);
    const { person } = reader;
    const others = records.some(({ by }) => by.ref !== person);
    const manages = others && person ? await this.manages(reader) : false;
    return records.map(({ seq, ...record }) => ({
      ...record,
      id: seq,
      mayRemove: manages || record.by.ref === person,
    }));
  }

  /**
   * A file as it is kept.
   *
   * @throws BridgeError `attachment-not-found`
   */
  async file(
    { key, id }: { key: string; id: number },
    size: 'full' | 'small',
    reader: AttachmentReader,
  ): Promise<FileAnswer> {
    const { items, attachments } = this.parts;
    const { id: itemId } = await items.seen(key, reader.credentials);
    const place = { itemId, seq: id };
    const record = await attachments.find(place);
    const content = record && (await attachments.content(place, size));
    if (!record || !content) {
      throw new BridgeError('attachment-not-found', { params: { key } });
    }
    const { name, type } = record;
    return {
      ...{ name, type, chunks: inOne(content) },
      ...(isPicture(type) && { shown: true }),
    };
  }

  /** Attaches a file; it is looked at before the item is held. */
  async attach(
    key: string,
    input: { name: string; file: Uint8Array },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { commands } = this.parts;
    const access = await commands.allow(key, caller);
    const file = await takeFile(input.name, input.file);
    return commands.changeAs(access, key, caller, {
      input: ['attach', key, input.name, digestOf(input.file)],
      work: (scope, record) => this.keep(scope, record, file),
      status: 201,
    });
  }

  /**
   * Removes a file. The journal keeps that it was there, and its hash.
   *
   * @throws BridgeError `attachment-of-another` for whoever neither attached it
   *   nor looks after operations
   */
  async remove(
    { key, id }: { key: string; id: number },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { attachments, commands } = this.parts;
    const access = await commands.allow(key, caller);
    const manages = await this.manages(caller);
    return commands.changeAs(access, key, caller, {
      input: ['detach', key, id],
      work: async ({ unit, trx }, record) => {
        const place = { itemId: record.id, seq: id };
        const file = await attachments.find(place, trx);
        refuseRemoval(file, key, caller.person, manages);
        await attachments.remove(trx, place);
        const payload = { name: file.name, attached: id };
        return unit.note(record, { type: 'detached', payload });
      },
    });
  }

  private async keep(
    { unit, trx, personId, now }: CommandScope,
    record: ItemRecord,
    file: NewAttachment,
  ): Promise<Draft> {
    const { attachments } = this.parts;
    const { id: itemId, item } = record;
    if ((await attachments.count(trx, itemId)) >= MOST_ATTACHMENTS) {
      const params = { key: item.key, maximum: MOST_ATTACHMENTS };
      throw new BridgeError('too-many-attachments', { params });
    }
    const { name, type, size, sha256 } = file;
    const payload = { name, type, size, sha256 };
    const draft = await unit.note(record, { type: 'attached', payload });
    const place = { itemId, seq: record.seq + draft.lines.length };
    for (const row of attachments.rowsOf(place, file, { personId, at: now })) {
      unit.add(row);
    }
    return draft;
  }

  private manages({ credentials }: AttachmentReader): Promise<boolean> {
    const { authorizer } = this.parts;
    return authorizer.may(operationsManagePermission, credentials);
  }
}

function refuseRemoval(
  file: AttachmentRecord | undefined,
  key: string,
  person: string,
  manages: boolean,
): asserts file is AttachmentRecord {
  if (!file) {
    throw new BridgeError('attachment-not-found', { params: { key } });
  }
  if (!manages && file.by.ref !== person) {
    const params = { person: file.by.name };
    throw new BridgeError('attachment-of-another', { params });
  }
}

async function* inOne(content: Buffer): AsyncIterable<Buffer> {
  yield content;
}
