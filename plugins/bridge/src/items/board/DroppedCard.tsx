import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Item,
  ItemRow,
  ItemStateView,
} from '@techbridge/plugin-bridge-common';
import { useEffect, useRef, useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { errorSentence } from '../../components/errorSentence';
import { useLanguage } from '../../components/useLanguage';
import { listsTranslationRef } from '../../translation/lists';
import { OpenedAction } from '../actions/OpenedAction';

/** A card that was dragged, and the column that it was let go over. @internal */
export interface Drop {
  row: ItemRow;
  to: ItemStateView;
}

/**
 * Opens the one action that leads a card into a column, where there is just one
 * and the reader may use it; else says why nothing moves.
 *
 * @internal
 */
export function DroppedCard(props: {
  drop: Drop;
  onMoved(): void;
  onEnd(): void;
}) {
  const { drop, onMoved, onEnd } = props;
  const api = useApi(bridgeApiRef);
  const say = useWords(drop);
  const [item, setItem] = useState<Item>();
  const [action, setAction] = useState<string>();
  // What was let go is looked at once, however often this is drawn.
  const latest = useRef({ say, onEnd });
  latest.current = { say, onEnd };
  const { key } = drop.row;
  const to = drop.to.id;
  useEffect(() => {
    const giveUp = (why: Parameters<typeof say>[0]) => {
      latest.current.say(why);
      latest.current.onEnd();
    };
    api.getItem(key).then(found => {
      const ways = found.actions.filter(
        ({ allowed, leadsTo }) => allowed && leadsTo === to,
      );
      if (ways.length === 1) {
        setItem(found);
        setAction(ways[0].id);
      } else {
        giveUp(ways.length === 0 ? 'none' : 'several');
      }
    }, giveUp);
  }, [api, key, to]);
  return item ? (
    <OpenedAction
      item={item}
      asked={item.actions.find(({ id }) => id === action)}
      onWant={() => {
        onMoved();
        onEnd();
      }}
      onChanged={setItem}
      onStale={() => api.getItem(key).then(setItem, () => undefined)}
    />
  ) : null;
}

function useWords({ row, to }: Drop) {
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(listsTranslationRef);
  const language = useLanguage();
  return (why: 'none' | 'several' | Error) => {
    const words = { key: row.key, state: to.label[language] };
    alertApi.post({
      message:
        typeof why === 'string'
          ? t(`drop.${why}`, words)
          : errorSentence(asBridgeError(why), language),
      severity: 'info',
      display: 'transient',
    });
  };
}
