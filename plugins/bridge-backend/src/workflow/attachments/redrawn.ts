import { BridgeError, fieldError } from '@techbridge/plugin-bridge-common';
import pLimit from 'p-limit';
import sharp from 'sharp';

/** The formats in which pictures are taken and kept. @internal */
export type PictureKind = 'jpeg' | 'png' | 'webp';

/** A picture as it is kept, and as a list shows it. @internal */
export interface Redrawn {
  content: Buffer;
  small: Buffer;
}

/** More pixels than this are not decoded; a camera of a phone has 12 to 50. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 4096;
const SMALL_SIDE = 360;
const SECONDS = 20;

// Each picture takes one thread, and two at a time leave threads for others.
sharp.concurrency(1);
sharp.cache(false);
const inTurn = pLimit(2);
/** What waits holds its whole file in memory. */
const MOST_WAITING = 10;

/**
 * Draws a picture anew, upright and not larger than a screen needs: what its
 * camera wrote into it, such as the place, is gone, and so is whatever else
 * was hidden in the file. It is done in threads of its own.
 *
 * @throws BridgeError at `file` when it is broken or too large; that is known
 *   from its head, before anything is decoded; `too-many-pictures` while many wait
 * @internal
 */
export async function redrawn(
  bytes: Uint8Array,
  kind: PictureKind,
): Promise<Redrawn> {
  if (inTurn.pendingCount >= MOST_WAITING) {
    throw new BridgeError('too-many-pictures');
  }
  // It waits from here on: between the question above and its place in the row
  // nobody else has a turn.
  return inTurn(async () => {
    await refuseTooLarge(bytes, kind);
    try {
      const content = await drawn(bytes, kind, LONGEST_SIDE);
      return { content, small: await drawn(content, kind, SMALL_SIDE) };
    } catch {
      throw fieldError('file', 'picture-broken');
    }
  });
}

async function refuseTooLarge(
  bytes: Uint8Array,
  kind: PictureKind,
): Promise<void> {
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (head?.format !== kind) {
    throw fieldError('file', 'picture-broken');
  }
  if (head.width * head.height > MOST_PIXELS) {
    throw fieldError('file', 'picture-too-large', {
      maximum: MOST_PIXELS / 1_000_000,
    });
  }
}

function drawn(
  bytes: Uint8Array,
  kind: PictureKind,
  side: number,
): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({
      ...{ width: side, height: side },
      fit: 'inside',
      withoutEnlargement: true,
    })
    .toFormat(kind, kind === 'png' ? {} : { quality: 82 })
    .toBuffer();
}
