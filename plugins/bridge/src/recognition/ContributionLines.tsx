import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Contribution } from '@techbridge/plugin-bridge-common';
import { useDayOf } from '../api/useDayOf';
import { ItemLink } from '../components/ItemLink';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';
import { useNameOf } from '../components/useNameOf';
import { recognitionTranslationRef } from '../translation/recognition';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr)',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(1.25, 0),
    lineHeight: 1.5,
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  points: {
    fontSize: 18,
    fontWeight: 700,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.type === 'dark' ? '#c9ecd0' : '#1c5a2c',
  },
  lost: { color: theme.palette.type === 'dark' ? '#ffd3d6' : '#8c1220' },
  rule: { fontWeight: 600, overflowWrap: 'anywhere' },
  source: { overflowWrap: 'anywhere' },
  about: { color: mutedText(theme), fontSize: 13 },
}));

/** Where points come from; each line leads to its source. @internal */
export function ContributionLines(props: {
  label: string;
  contributions: Contribution[];
}) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.contributions.map(one => (
        <ContributionLine key={one.id} contribution={one} />
      ))}
    </ul>
  );
}

function ContributionLine(props: { contribution: Contribution }) {
  const { points, label, source, at, dimension, confirmedBy } =
    props.contribution;
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const nameOf = useNameOf();
  const dayOf = useDayOf();
  const lost = points < 0;
  return (
    <li className={classes.row}>
      <span className={`${classes.points} ${lost ? classes.lost : ''}`}>
        {lost
          ? t('points.lost', { number: String(-points) })
          : t('points.gained', { number: String(points) })}
      </span>
      <div>
        <div className={classes.rule}>{label[language]}</div>
        <div className={classes.source}>
          {source ? (
            <ItemLink itemKey={source.key}>
              {`${source.key} ${source.title}`}
            </ItemLink>
          ) : (
            t('person.privateSource')
          )}
        </div>
        <div className={classes.about}>
          {[
            dayOf(at),
            t(`dimension.${dimension}`),
            t('person.confirmedBy', { name: nameOf(confirmedBy) }),
          ].join(' · ')}
        </div>
      </div>
    </li>
  );
}
