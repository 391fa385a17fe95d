import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircle';
import OpenIcon from '@material-ui/icons/RadioButtonUnchecked';
import type { Item, ItemConditionView } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { useClock } from '../../api/useClock';
import { useTitles } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { GuardedButton } from '../../components/GuardedButton';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { ReportDialog } from './ReportDialog';

const useStyles = makeStyles(theme => {
  const dark = theme.palette.type === 'dark';
  return {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    line: {
      display: 'grid',
      gridTemplateColumns: '24px minmax(0, 1fr) auto',
      alignItems: 'start',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0, paddingTop: 0 },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '24px minmax(0, 1fr)',
        '& > :last-child': { gridColumn: 2, justifySelf: 'start' },
      },
    },
    met: { color: dark ? '#8fd19e' : '#1c6b31' },
    open: { color: mutedText(theme) },
    text: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
    who: { color: mutedText(theme), fontSize: 13 },
    late: { color: dark ? '#ff9b9b' : '#b3121f', fontWeight: 600 },
  };
});

interface ConditionsProps {
  item: Item;
  onChanged(item: Item): void;
}

/** What decisions have imposed: by whom, until when, and whether it is done. @internal */
export function ConditionsPanel({ item, onChanged }: ConditionsProps) {
  const { conditions } = item;
  const { t } = useTranslationRef(itemsTranslationRef);
  const [asked, ask] = useState<ItemConditionView>();
  if (conditions.length === 0) {
    return null;
  }
  const met = conditions.filter(one => one.met).length;
  return (
    <Panel
      title={t('conditions.heading', {
        met: String(met),
        all: String(conditions.length),
      })}
    >
      <ConditionLines conditions={conditions} onAsk={ask} />
      {asked && (
        <ReportDialog
          item={item}
          condition={asked}
          onClose={() => ask(undefined)}
          onChanged={onChanged}
        />
      )}
    </Panel>
  );
}

function ConditionLines(props: {
  conditions: ItemConditionView[];
  onAsk(condition: ItemConditionView): void;
}) {
  const { conditions, onAsk } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {conditions.map(condition => (
        <li key={condition.id} className={classes.line}>
          {condition.met ? (
            <CheckIcon
              className={classes.met}
              titleAccess={t('conditions.met')}
            />
          ) : (
            <OpenIcon
              className={classes.open}
              titleAccess={t('conditions.open')}
            />
          )}
          <ConditionWords condition={condition} />
          {(condition.allowed || !condition.met) && (
            <GuardedButton
              size="small"
              variant="outlined"
              barred={condition.allowed ? undefined : condition.why?.[language]}
              onClick={() => onAsk(condition)}
            >
              {t(condition.met ? 'conditions.undo' : 'conditions.done')}
            </GuardedButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function ConditionWords({ condition }: { condition: ItemConditionView }) {
  const { text, owner, due, by, met } = condition;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const clock = useClock();
  const titleOf = useTitles([owner, by, ...(met ? [met.by] : [])]);
  const isLate = !met && clock !== undefined && due < clock.today();
  const names = { person: titleOf(owner), member: titleOf(by) };
  const date = formatDate(due, language);
  return (
    <div>
      <div className={classes.text}>{text}</div>
      <div className={classes.who}>
        <span className={isLate ? classes.late : undefined}>
          {t(isLate ? 'conditions.late' : 'conditions.who', { ...names, date })}
        </span>{' '}
        · {t('conditions.by', names)}
      </div>
      {met && (
        <div className={classes.who}>
          {t('conditions.metBy', {
            person: titleOf(met.by),
            date: formatDate(met.at, language, clock?.timeZone),
          })}
          {met.note && ` ${met.note}`}
        </div>
      )}
    </div>
  );
}
