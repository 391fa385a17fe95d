import { Response } from 'express';
import { Readable } from 'stream';
import { pipeline } from 'stream/promises';

/** A file that is made while it is sent. @internal */
export interface FileAnswer {
  /** As the reader saves it. */
  name: string;
  /** The media type. */
  type: string;
  chunks: AsyncIterable<string | Uint8Array>;
  /** Whether a browser may show it: a picture that was drawn anew here. */
  shown?: true;
}

/**
 * Sends a file to be saved, and not to be shown unless it says so: a browser
 * neither guesses what it is nor keeps it, and runs nothing that it holds. What goes wrong before the first chunk is answered as
 * any refusal; a file that breaks off later reaches the reader as a broken
 * connection, never as a short file.
 *
 * @internal
 */
export async function sendFile(
  response: Response,
  { name, type, chunks, shown }: FileAnswer,
): Promise<void> {
  const started = await begin(chunks);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if (!shown) {
    response.attachment(name);
  }
  // It says what the ending of the name stands for, which may be less exact.
  response.setHeader('Content-Type', type);
  try {
    await pipeline(Readable.from(started), response);
  } catch (error) {
    if (!isGone(error)) {
      throw error;
    }
  }
}

/** The same chunks, once the first of them is there. */
async function begin<T>(chunks: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  return (async function* all() {
    for (let chunk = first; !chunk.done; chunk = await source.next()) {
      yield chunk.value;
    }
  })();
}

/** Whether the reader has gone away meanwhile. */
function isGone(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ERR_STREAM_PREMATURE_CLOSE';
}
