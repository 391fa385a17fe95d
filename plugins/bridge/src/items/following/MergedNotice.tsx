import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { Item, ItemMerged } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useClock } from '../../api/useClock';
import { useCommand } from '../../api/useCommand';
import { useTitles } from '../../api/useTitles';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { formatMoment } from '../../components/formatTime';
import { GuardedButton } from '../../components/GuardedButton';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { itemRouteRef } from '../../routes';
import { followingTranslationRef } from '../../translation/following';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), alignItems: 'center' },
}));

interface MergedNoticeProps {
  item: Item;
  onChanged(item: Item): void;
}

/** Says of a duplicate into which item it was merged, and undoes that. @internal */
export function MergedNotice(props: MergedNoticeProps) {
  const { merged } = props.item;
  return merged ? <Merged key={merged.at} {...props} merged={merged} /> : null;
}

function Merged(props: MergedNoticeProps & { merged: ItemMerged }) {
  const { into, by, at, allowed, why } = props.merged;
  const { t } = useTranslationRef(followingTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const clock = useClock();
  const person = useTitles([by])(by);
  const date = formatMoment(at, language, clock?.timeZone);
  const path = useRouteRef(itemRouteRef)({ key: into });
  return (
    <Alert
      severity="info"
      className={classes.root}
      action={
        <GuardedButton
          size="small"
          color="inherit"
          barred={allowed ? undefined : why?.[language]}
          onClick={() => setOpen(true)}
        >
          {t('merged.undo')}
        </GuardedButton>
      }
    >
      <Link to={path} underline="always">
        {t('merged.into', { key: into, person, date })}
      </Link>
      {open && <UndoDialog {...props} onClose={() => setOpen(false)} />}
    </Alert>
  );
}

function UndoDialog(
  props: MergedNoticeProps & { merged: ItemMerged; onClose(): void },
) {
  const { item, merged, onChanged, onClose } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(followingTranslationRef);
  const undo = useCommand((rev: number, options) =>
    api.unmergeItem(item.key, rev, options),
  );
  const { busy, error, submit } = useSubmit(
    async () => onChanged(await undo(item.rev)),
    asBridgeError,
  );
  return (
    <ConfirmDialog
      title={t('undo.title', { key: merged.into })}
      text={t('undo.text')}
      confirm={t('undo.confirm')}
      busy={busy}
      error={error}
      onConfirm={submit}
      onClose={onClose}
    />
  );
}
