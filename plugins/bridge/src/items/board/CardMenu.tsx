import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MenuIcon from '@material-ui/icons/MoreVert';
import type { Item, ItemRow } from '@techbridge/plugin-bridge-common';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { errorSentence } from '../../components/errorSentence';
import { useLanguage } from '../../components/useLanguage';
import { itemRouteRef } from '../../routes';
import { listsTranslationRef } from '../../translation/lists';
import { OpenedAction } from '../actions/OpenedAction';

/**
 * What the reader may do with a card. A card moves by an action of its
 * workflow, as on the page of the item, and by nothing else.
 *
 * @internal
 */
export function CardMenu(props: { row: ItemRow; onMoved(): void }) {
  const { row, onMoved } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [wanted, setWanted] = useState<string>();
  const { item, failure, load, setItem } = useWholeItem(row.key);
  // Told when the dialog closes: until then it shows the newest state.
  const moved = useRef(false);
  const close = () => setAnchor(undefined);
  const want = (action: string | undefined) => {
    setWanted(action);
    if (action === undefined && moved.current) {
      onMoved();
    }
  };
  const entries = useEntries({ item, failure, itemKey: row.key }, action => {
    close();
    want(action);
  });
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('card.menu', { key: row.key })}
        aria-haspopup="menu"
        onClick={event => {
          setAnchor(event.currentTarget);
          load();
        }}
      >
        <MenuIcon fontSize="small" />
      </IconButton>
      <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={close}>
        {entries}
      </Menu>
      {item && wanted && (
        <OpenedAction
          item={item}
          asked={item.actions.find(({ id }) => id === wanted)}
          onWant={want}
          onChanged={newest => {
            moved.current = newest.rev !== row.rev;
            setItem(newest);
          }}
          onStale={load}
        />
      )}
    </>
  );
}

/** The item with what may be done, read when the menu opens. */
function useWholeItem(key: string) {
  const api = useApi(bridgeApiRef);
  const language = useLanguage();
  const [item, setItem] = useState<Item>();
  const [failure, setFailure] = useState<string>();
  const load = () => {
    setFailure(undefined);
    api.getItem(key).then(setItem, error => {
      setFailure(errorSentence(asBridgeError(error), language));
    });
  };
  return { item, failure, load, setItem };
}

/** The entries stand in the menu itself, which arrow keys need. */
function useEntries(
  of: { item?: Item; failure?: string; itemKey: string },
  choose: (action: string) => void,
): JSX.Element[] {
  const { item, failure, itemKey } = of;
  const { t } = useTranslationRef(listsTranslationRef);
  const language = useLanguage();
  const navigate = useNavigate();
  const path = useRouteRef(itemRouteRef)({ key: itemKey });
  const entry = (key: string, label: string, onClick?: () => void) => (
    <MenuItem key={key} disabled={!onClick} onClick={onClick}>
      {label}
    </MenuItem>
  );
  const ways = [
    ...(item?.boards.some(board => board.allowed)
      ? [entry('vote', t('card.vote'), () => navigate(`${path}?do=vote`))]
      : []),
    ...(item?.actions ?? [])
      .filter(({ allowed }) => allowed)
      .map(({ id, label }) => entry(id, label[language], () => choose(id))),
  ];
  const told = failure ?? (item ? t('card.nothing') : t('card.loading'));
  return [
    ...(ways.length > 0 ? ways : [entry('none', told)]),
    entry('open', t('card.open'), () => navigate(path)),
  ];
}
