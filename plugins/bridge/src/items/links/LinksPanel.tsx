import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Item, ItemLink } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { StateChip } from '../../components/StateChip';
import { itemRouteRef } from '../../routes';
import { itemsTranslationRef } from '../../translation/items';
import { later } from '../../components/later';

const LinkDialog = later(async () => (await import('./LinkDialog')).LinkDialog);

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
  },
  type: { color: mutedText(theme), fontSize: 12.5 },
  title: { overflowWrap: 'anywhere', fontWeight: 600, fontSize: 14 },
}));

/** The items that belong with this one, and linking another. @internal */
export function LinksPanel(props: { item: Item; onChanged(item: Item): void }) {
  const { item } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={t('links.title')}
      actions={
        <Button size="small" color="primary" onClick={() => setOpen(true)}>
          {t('links.add')}
        </Button>
      }
    >
      {item.links.length === 0 && (
        <Typography variant="body2">{t('links.none')}</Typography>
      )}
      <ul className={classes.list}>
        {item.links.map(link => (
          <LinkLine key={`${link.type} ${link.key}`} link={link} />
        ))}
      </ul>
      {open && <LinkDialog {...props} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function LinkLine({ link }: { link: ItemLink }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const itemPath = useRouteRef(itemRouteRef)({ key: link.key });
  const direction = link.inward ? 'linkBack' : 'link';
  return (
    <li>
      <div className={classes.type}>
        {`${t(`${direction}.${link.type}`)} ${link.key}`}
      </div>
      <Link to={itemPath} className={classes.title}>
        {link.title}
      </Link>
      <div>
        <StateChip state={link.state} />
      </div>
    </li>
  );
}
