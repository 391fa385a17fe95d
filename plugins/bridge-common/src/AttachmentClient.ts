import { BridgeClientOptions, BridgeHttp, CallOptions } from './BridgeHttp';
import { FollowingClient } from './FollowingClient';
import { Attachment } from './attachment';
import { endpoints } from './endpoints';
import { Item } from './item';
import { Page } from './paging';

/**
 * The part of the {@link BridgeClient} about files on work items.
 *
 * @public
 */
export abstract class AttachmentClient extends FollowingClient {
  private readonly files: BridgeHttp;

  constructor(options: BridgeClientOptions) {
    super(options);
    this.files = new BridgeHttp(options);
  }

  /** The files on an item, oldest first. */
  listAttachments(key: string): Promise<Page<Attachment>> {
    return this.files.call(endpoints.listAttachments, { params: { key } });
  }

  /** Attaches a file; what kind it is, its bytes decide. */
  attachToItem(
    key: string,
    name: string,
    file: Blob,
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key }, query: { name }, body: file };
    return this.files.call(endpoints.attachToItem, input, options);
  }

  /** The bytes of a file; of a picture also in small. */
  async getAttachment(key: string, id: number, size?: 'small'): Promise<Blob> {
    const input = { params: { key, id }, query: { size } };
    const response = await this.files.send(endpoints.getAttachment, input);
    return response.blob();
  }

  /** Removes a file; the journal keeps that it was there. */
  removeAttachment(
    key: string,
    id: number,
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key, id } };
    return this.files.call(endpoints.removeAttachment, input, options);
  }
}
