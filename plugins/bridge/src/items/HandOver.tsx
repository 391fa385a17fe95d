import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { Item, ItemStuck } from '@techbridge/plugin-bridge-common';
import { operationsManagePermission } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { later } from '../components/later';
import { stuckTranslationRef } from '../translation/stuck';

const HandOverDialog = later(
  async () => (await import('./HandOverDialog')).HandOverDialog,
);

/** Whom the item itself names, and not a group or an appointment. */
const NAMED = ['creator', 'field'];

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
}));

/**
 * The way to give the work of somebody who has left to another person, for
 * those who look after the bridge.
 *
 * @internal
 */
export function HandOver(props: {
  item: Item;
  stuck: ItemStuck;
  onChanged(item: Item): void;
}) {
  const { t } = useTranslationRef(stuckTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({ permission: operationsManagePermission });
  const named = props.stuck.roles.some(({ source }) => NAMED.includes(source));
  // A board gets another voter instead.
  const isTask = props.item.state.type === 'task';
  if (!allowed || !named || !isTask) {
    return null;
  }
  return (
    <div className={classes.root}>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
        {t('handOver')}
      </Button>
      {open && <HandOverDialog {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}
