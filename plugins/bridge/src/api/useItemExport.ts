import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  CsvSeparator,
  ExportedFile,
  ExportFormat,
} from '@techbridge/plugin-bridge-common';
import { useCallback, useState } from 'react';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';
import type { ItemQuery } from './useItemSearch';

/** A kind of file as a reader chooses it. @internal */
export interface ExportChoice {
  format: ExportFormat;
  /** Of a CSV file; a comma where nothing is said. */
  separator?: CsvSeparator;
}

/** An export as it is made. @internal */
export interface ItemExporting {
  /** Whether a file is being made. */
  busy?: boolean;
  /** What was made last, by the name of its file. */
  done?: string;
  error?: BridgeError;
  start(choice: ExportChoice): void;
}

/**
 * Has the items that match put into a file.
 *
 * @param query - undefined while it is not known yet what to ask
 * @param onFile - hands the file to the reader
 * @internal
 */
export function useItemExport(
  query: ItemQuery | undefined,
  onFile: (file: ExportedFile) => void,
): ItemExporting {
  const api = useApi(bridgeApiRef);
  const [state, setState] = useState<Omit<ItemExporting, 'start'>>({});
  const start = useCallback(
    ({ format, separator }: ExportChoice) => {
      if (!query) {
        return;
      }
      // All of it, and not only the page that is shown.
      const { limit: _, cursor: __, ...filters } = query;
      setState({ busy: true });
      api.exportItems(format, { ...filters, separator }).then(
        file => {
          onFile(file);
          setState({ done: file.name });
        },
        error => setState({ error: asBridgeError(error) }),
      );
    },
    [api, query, onFile],
  );
  return { ...state, start };
}
