import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemRow, Workflow } from '@techbridge/plugin-bridge-common';
import type { Clock } from '../../api/useClock';
import { NOBODY, TitleOf } from '../../api/useTitles';
import { DueDate } from '../../components/DueDate';
import { formatDate } from '../../components/formatDate';
import { mutedText } from '../../components/mutedText';
import { PrivateMark } from '../../components/PrivateMark';
import { refOfSystem } from '../../components/refOfSystem';
import { StateChip } from '../../components/StateChip';
import { useLanguage } from '../../components/useLanguage';
import { itemRouteRef } from '../../routes';
import { itemsTranslationRef } from '../../translation/items';

// Beside the sidebar the columns need this much.
const NARROW = '@media (max-width: 1180px)';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(220px, 3fr) minmax(120px, 1.3fr) minmax(100px, 1fr) minmax(150px, 1.4fr) minmax(216px, 1.4fr)',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    minHeight: 60,
    padding: theme.spacing(1, 2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderBottomWidth: 0,
    '&:first-child': { borderRadius: '8px 8px 0 0' },
    '&:last-child': { borderBottomWidth: 1, borderRadius: '0 0 8px 8px' },
    '&:only-child': { borderRadius: 8 },
    '&:hover': { background: theme.palette.action.hover },
    [NARROW]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75, 1.5),
      padding: theme.spacing(1.5, 2),
    },
  },
  words: {
    minWidth: 0,
    [NARROW]: { flex: '1 0 100%' },
  },
  title: { fontSize: 15, fontWeight: 600, overflowWrap: 'anywhere' },
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1),
    color: mutedText(theme),
    fontSize: 12.5,
    marginTop: 2,
  },
  fact: {
    minWidth: 0,
    fontSize: 13,
    overflowWrap: 'anywhere',
    [NARROW]: { '&:empty': { display: 'none' } },
  },
  muted: { color: mutedText(theme), fontSize: 13 },
}));

/** One item: a row, or a card on a phone. @internal */
export function ItemLine(props: {
  item: ItemRow;
  clock?: Clock;
  workflow?: Workflow;
  titleOf: TitleOf;
}) {
  const { item, clock, workflow, titleOf } = props;
  const language = useLanguage();
  const classes = useStyles();
  const linkTo = useEntityRefLink();
  const itemPath = useRouteRef(itemRouteRef)({ key: item.key });
  const system = item.system && refOfSystem(item.system);
  return (
    <li className={classes.root}>
      <div className={classes.words}>
        <Link to={itemPath} className={classes.title}>
          {item.title}
        </Link>
        <div className={classes.about}>
          <span>
            {[
              item.key,
              workflow?.title[language],
              item.createdBy !== NOBODY && titleOf(item.createdBy),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <PrivateMark item={item} />
        </div>
      </div>
      <div className={classes.fact}>
        <StateChip state={item.state} />
      </div>
      <div className={classes.fact}>
        {system && <Link to={linkTo(system)}>{titleOf(system)}</Link>}
      </div>
      <div className={classes.fact}>
        <Assignees people={item.assignees} titleOf={titleOf} />
      </div>
      <Times item={item} clock={clock} />
    </li>
  );
}

const MOST_PEOPLE = 2;

function Assignees(props: { people: string[]; titleOf: TitleOf }) {
  const { people, titleOf } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  if (people.length === 0) {
    return null;
  }
  const names = people.slice(0, MOST_PEOPLE).map(titleOf).join(t('comma'));
  const total = people.length;
  return (
    <span className={classes.muted}>
      {total > MOST_PEOPLE
        ? t('list.waitsForMore', {
            names,
            more: String(total - MOST_PEOPLE),
          })
        : t('list.waitsFor', { names })}
    </span>
  );
}

function Times({ item, clock }: { item: ItemRow; clock?: Clock }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  if (item.dueAt && item.state.type !== 'end') {
    return <DueDate dueAt={item.dueAt} due={item.due} clock={clock} />;
  }
  return (
    <span className={classes.muted}>
      {t('list.updated', {
        date: formatDate(item.updatedAt, language, clock?.timeZone),
      })}
    </span>
  );
}
