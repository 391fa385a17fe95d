import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LateIcon from '@material-ui/icons/ErrorOutline';
import SoonIcon from '@material-ui/icons/Schedule';
import { makeStyles } from '@material-ui/core/styles';
import type { Due } from '@techbridge/plugin-bridge-common';
import { termsTranslationRef } from '../translation/terms';
import { formatMoment, formatSpan } from './formatTime';
import { mutedText } from './mutedText';
import { useLanguage } from './useLanguage';

const useStyles = makeStyles(theme => {
  const dark = theme.palette.type === 'dark';
  return {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontSize: 13,
      '& svg': { fontSize: 16, flex: 'none' },
    },
    onTime: { color: mutedText(theme) },
    soon: { color: dark ? '#ffb84d' : '#8a5200' },
    late: { color: dark ? '#ff9b9b' : '#b3121f', fontWeight: 600 },
  };
});

const MINUTE = 60_000;

/** The clock as far as a due time needs it. @internal */
export interface Now {
  now(): number;
  timeZone: string;
}

/**
 * When something is due. How that stands is said by the bridge, which knows the
 * working time; colour, sign and words say the same.
 *
 * @internal
 */
export function DueDate(props: { dueAt?: string; due?: Due; clock?: Now }) {
  const { dueAt, due, clock } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  if (!dueAt || !clock) {
    return null;
  }
  // It may have passed since the bridge was asked.
  const isLate = Date.parse(dueAt) < clock.now();
  const standing = isLate ? 'late' : due?.standing ?? 'onTime';
  const date = formatMoment(dueAt, language, clock.timeZone);
  return (
    <span className={`${classes.root} ${classes[standing]}`}>
      {standing === 'late' && <LateIcon aria-hidden />}
      {standing === 'soon' && <SoonIcon aria-hidden />}
      <span>
        {term(isLate ? 'item.overdue' : 'item.due', { date })}
        {standing === 'soon' && <TimeLeft due={due} />}
      </span>
    </span>
  );
}

function TimeLeft({ due }: { due?: Due }) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  if (due?.minutesLeft === undefined) {
    return null;
  }
  const span = formatSpan(due.minutesLeft * MINUTE, language);
  return (
    <>
      {' · '}
      {term(due.working ? 'item.workingTimeLeft' : 'item.timeLeft', { span })}
    </>
  );
}
