import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { Item, ItemStuck } from '@techbridge/plugin-bridge-common';
import { useTitles } from '../api/useTitles';
import { joinSentences } from '../components/joinSentences';
import { useLanguage } from '../components/useLanguage';
import { wayOut, WayOut } from '../components/wayOut';
import { stuckTranslationRef } from '../translation/stuck';
import { HandOver } from './HandOver';

const useStyles = makeStyles(theme => ({
  root: {
    flexBasis: '100%',
    padding: theme.spacing(1, 1.5),
    borderLeft: `4px solid ${theme.palette.warning.main}`,
    overflowWrap: 'anywhere',
  },
}));

/**
 * Stands where it is otherwise said for whom an item waits: that nobody can
 * act, why, and who can mend it.
 *
 * @internal
 */
export function StuckNotice(props: {
  item: Item;
  stuck: ItemStuck;
  onChanged(item: Item): void;
}) {
  const { item, stuck } = props;
  const { t } = useTranslationRef(stuckTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const way = wayOut(stuck.roles);
  const titleOf = useTitles([
    ...(stuck.reason === 'left' ? item.assignees : []),
    ...(way ? [way.ref] : []),
  ]);
  const roles = stuck.roles.map(({ label }) => label[language]);
  const vanished = stuck.roles.find(role => role.vanished)?.ref;
  const reason =
    stuck.reason === 'left'
      ? t('left', { people: item.assignees.map(titleOf).join(t('comma')) })
      : t('nobody', { roles: roles.join(t('comma')) });
  const gone = vanished ? t('vanished', { ref: vanished }) : undefined;
  return (
    <div role="status" className={classes.root}>
      {joinSentences([reason, gone], language)}
      {language === 'en' && ' '}
      {way ? <Way way={way} name={titleOf(way.ref)} /> : t('ask')}
      {stuck.reason === 'left' && <HandOver {...props} />}
    </div>
  );
}

function Way({ way, name }: { way: WayOut; name: string }) {
  const { t } = useTranslationRef(stuckTranslationRef);
  const language = useLanguage();
  const entityPath = useEntityRefLink();
  return (
    <>
      {t(`mend.${way.source}`)}
      {language === 'en' && ' '}
      <Link to={entityPath(way.ref)} underline="always">
        {t(`way.${way.source}`, { name })}
      </Link>
    </>
  );
}
