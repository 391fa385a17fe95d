import { useApi } from '@backstage/core-plugin-api';
import {
  BridgeError,
  Item,
  LARGEST_ATTACHMENT,
} from '@techbridge/plugin-bridge-common';
import { useRef, useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useCommand } from '../../api/useCommand';
import { toSend } from './toSend';

/** A file on its way, or that was refused. @internal */
export interface Upload {
  number: number;
  file: File;
  /** Why it was refused. */
  error?: BridgeError;
}

/** Files on their way to an item. @internal */
export interface Uploads {
  uploads: Upload[];
  add(files: Iterable<File>): void;
  again(upload: Upload): void;
  dismiss(upload: Upload): void;
}

/**
 * Sends files one after the other; each is told of by its name until it has
 * arrived.
 *
 * @internal
 */
export function useUploads(
  { key }: Item,
  onChanged: (item: Item) => void,
): Uploads {
  const api = useApi(bridgeApiRef);
  const [uploads, setUploads] = useState<Upload[]>([]);
  const queue = useRef(Promise.resolve());
  const last = useRef(0);
  const send = useCommand(
    (sent: { number: number; name: string; content: Blob }, call) =>
      api.attachToItem(key, sent.name, sent.content, call),
  );
  const latest = useRef({ send, onChanged });
  latest.current = { send, onChanged };

  const dismiss = ({ number }: Upload) =>
    setUploads(all => all.filter(one => one.number !== number));
  const carryOut = async (upload: Upload) => {
    try {
      const { number } = upload;
      const sent = await toSend(upload.file);
      refuseLarge(sent.content);
      const item = await latest.current.send({ number, ...sent });
      latest.current.onChanged(item);
      dismiss(upload);
    } catch (thrown) {
      const error = asBridgeError(thrown);
      setUploads(all => replaced(all, { ...upload, error }));
    }
  };
  const start = (upload: Upload) => {
    setUploads(all => replaced(all, upload));
    queue.current = queue.current.then(() => carryOut(upload));
  };
  return {
    uploads,
    add: files => {
      for (const file of files) {
        last.current += 1;
        start({ number: last.current, file });
      }
    },
    again: ({ number, file }) => start({ number, file }),
    dismiss,
  };
}

function replaced(uploads: Upload[], upload: Upload): Upload[] {
  const others = uploads.filter(({ number }) => number !== upload.number);
  return [...others, upload].sort((one, two) => one.number - two.number);
}

function refuseLarge({ size }: Blob): void {
  if (size > LARGEST_ATTACHMENT) {
    const limit = `${LARGEST_ATTACHMENT / 2 ** 20} MB`;
    throw new BridgeError('body-too-large', { params: { limit } });
  }
}
