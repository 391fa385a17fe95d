import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { termsTranslationRef } from '../translation/terms';
import { formatMoment } from './formatTime';
import { mutedText } from './mutedText';
import { useLanguage } from './useLanguage';

const useStyles = makeStyles(theme => {
  const dark = theme.palette.type === 'dark';
  return {
    due: { color: mutedText(theme), fontSize: 13 },
    soon: { color: dark ? '#ffb84d' : '#8a5200', fontSize: 13 },
    overdue: {
      color: dark ? '#ff9b9b' : '#b3121f',
      fontSize: 13,
      fontWeight: 600,
    },
  };
});

const SOON = 24 * 60 * 60 * 1000;

/** The clock as far as a due time needs it. @internal */
export interface Now {
  now(): number;
  timeZone: string;
}

/** When something is due; in colour when that is soon or past. @internal */
export function DueDate({ dueAt, clock }: { dueAt?: string; clock?: Now }) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  if (!dueAt || !clock) {
    return null;
  }
  const left = Date.parse(dueAt) - clock.now();
  const date = formatMoment(dueAt, language, clock.timeZone);
  if (left < 0) {
    return (
      <span className={classes.overdue}>{term('item.overdue', { date })}</span>
    );
  }
  return (
    <span className={left < SOON ? classes.soon : classes.due}>
      {term('item.due', { date })}
    </span>
  );
}
