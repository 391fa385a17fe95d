import { smallPicture } from '../form/smallPicture';

/** A file as it is sent. @internal */
export interface FileToSend {
  name: string;
  content: Blob;
}

/** Pictures up to this size, in bytes, are sent as they are. */
const SMALL_ENOUGH = 1_000_000;
/** The longest data URL of a picture that was made small. */
const MOST_CHARACTERS = 2_000_000;

const CAMERA_ONLY = /\.hei[cf]$/i;

/**
 * What is sent of a file: a photo is made small first, and one that only some
 * cameras write becomes a JPEG where the browser can read it. Everything else
 * is sent as it is; the bridge says what is wrong with it.
 *
 * @internal
 */
export async function toSend(file: File): Promise<FileToSend> {
  const { name, type, size } = file;
  const isOfCamera = CAMERA_ONLY.test(name);
  const isLarge = type.startsWith('image/') && size > SMALL_ENOUGH;
  const small =
    isOfCamera || isLarge
      ? await smallPicture(file, MOST_CHARACTERS)
      : undefined;
  return small
    ? { name: `${name.replace(/\.\w+$/, '')}.jpg`, content: bytesOf(small) }
    : { name, content: file };
}

function bytesOf(dataUrl: string): Blob {
  const letters = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  const bytes = Uint8Array.from(letters, letter => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/jpeg' });
}
