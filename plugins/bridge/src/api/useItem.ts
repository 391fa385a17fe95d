import { useApi } from '@backstage/core-plugin-api';
import type { BridgeError, Item } from '@techbridge/plugin-bridge-common';
import { useCallback, useEffect, useState } from 'react';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';
import { useCall } from './useCall';
import { useRefresh } from './useRefresh';

/** An item as it loads, and as commands replace it. @internal */
export interface ItemLoad {
  item?: Item;
  error?: BridgeError;
  /** Puts the state that a command answered. */
  replace(item: Item): void;
  reload(): void;
}

/**
 * One item, kept fresh: when it is changed elsewhere, when the window is
 * looked at again, and every 30 seconds. A failed refresh keeps what is on the
 * screen, and an answer that is older than what is shown is dropped.
 *
 * @internal
 */
export function useItem(key: string): ItemLoad {
  const api = useApi(bridgeApiRef);
  const [state, setState] = useState<Pick<ItemLoad, 'item' | 'error'>>({});
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    api.getItem(key).then(
      item => current && setState(shown => ({ item: newer(shown.item, item) })),
      error =>
        current &&
        setState(({ item }) =>
          item?.key === key ? { item } : { error: asBridgeError(error) },
        ),
    );
    return () => {
      current = false;
    };
  }, [api, key, attempt]);

  const reload = useCallback(() => setAttempt(count => count + 1), []);
  const replace = useCallback(
    (item: Item) => setState(shown => ({ item: newer(shown.item, item) })),
    [],
  );
  useRefresh(reload);
  useCall(`bridge:item:${key}`, reload);
  const { item, error } = state;
  return { item: item?.key === key ? item : undefined, error, replace, reload };
}

function newer(shown: Item | undefined, item: Item): Item {
  return shown?.key === item.key && shown.rev > item.rev ? shown : item;
}
