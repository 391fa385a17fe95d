import {
  ATTACHMENT_TYPES,
  AttachmentKind,
  fieldError,
  LARGEST_ATTACHMENT,
} from '@techbridge/plugin-bridge-common';
import { createHash } from 'crypto';
import { NewAttachment } from './AttachmentStore';
import { fileKindOf } from './fileKindOf';
import { fileName } from './fileName';
import { PictureKind, redrawn } from './redrawn';

const PICTURES: readonly AttachmentKind[] = ['jpeg', 'png', 'webp'];

/** SHA-256 of a file as hexadecimal digits. @internal */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether a kept file is a picture that was drawn anew. @internal */
export function isPicture(type: string): boolean {
  return PICTURES.some(kind => ATTACHMENT_TYPES[kind] === type);
}

/**
 * A file as it is going to be kept: pictures drawn anew, everything under a
 * name that fits what it is.
 *
 * @throws BridgeError at `file` when it is not taken
 * @internal
 */
export async function takeFile(
  name: string,
  bytes: Uint8Array,
): Promise<NewAttachment> {
  const found = fileKindOf(bytes, name);
  if ('refused' in found) {
    throw fieldError('file', found.refused);
  }
  const { kind } = found;
  const kept = PICTURES.includes(kind)
    ? await redrawn(bytes, kind as PictureKind)
    : { content: Buffer.from(bytes) };
  // A picture of few colours can grow when it is drawn anew.
  if (kept.content.length > LARGEST_ATTACHMENT) {
    throw fieldError('file', 'picture-too-heavy');
  }
  return {
    ...kept,
    name: fileName(name, kind),
    type: ATTACHMENT_TYPES[kind],
    size: kept.content.length,
    sha256: digestOf(kept.content),
  };
}
