import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { Delegation } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { TitleOf, useTitles } from '../api/useTitles';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { formatDate } from '../components/formatDate';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { absenceTranslationRef } from '../translation/absence';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 0 },
  },
  words: { flex: 1, minWidth: 0 },
  what: { fontWeight: 600 },
  more: { color: mutedText(theme), fontSize: 13, overflowWrap: 'anywhere' },
}));

interface AbsenceLinesProps {
  person: string;
  absences: Delegation[];
  onEnded(): void;
}

/** When a person is away, and for whom the person votes. @internal */
export function AbsenceLines(props: AbsenceLinesProps) {
  const { absences } = props;
  const people = absences.flatMap(({ person, delegate }) => [person, delegate]);
  const titleOf = useTitles(people);
  return (
    <ul className={useStyles().list}>
      {absences.map(absence => (
        <AbsenceLine
          key={absence.id}
          {...props}
          absence={absence}
          titleOf={titleOf}
        />
      ))}
    </ul>
  );
}

function AbsenceLine(
  props: AbsenceLinesProps & { absence: Delegation; titleOf: TitleOf },
) {
  const { person, absence, titleOf } = props;
  const { t } = useTranslationRef(absenceTranslationRef);
  const classes = useStyles();
  const days = useDays(absence);
  const isAway = absence.person === person;
  const more = [
    isAway && t('line.votes', { person: titleOf(absence.delegate) }),
    absence.item && t('line.item', { key: absence.item }),
    absence.note,
  ].filter(Boolean);
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <div className={classes.what}>
          {isAway
            ? t('line.away', days)
            : t('line.standsIn', { ...days, person: titleOf(absence.person) })}
        </div>
        <div className={classes.more}>{more.join(' · ')}</div>
      </div>
      {isAway && absence.mayEnd && <EndButton {...props} />}
    </li>
  );
}

function useDays({ from, until }: Delegation) {
  const language = useLanguage();
  return {
    from: formatDate(from, language),
    until: formatDate(until, language),
  };
}

function EndButton(props: Parameters<typeof AbsenceLine>[0]) {
  const { absence, titleOf, onEnded } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(absenceTranslationRef);
  const days = useDays(absence);
  const [asking, setAsking] = useState(false);
  const end = useSubmit(async () => {
    await api.endDelegation(absence.id);
    onEnded();
    setAsking(false);
  }, asBridgeError);
  return (
    <>
      <Button
        size="small"
        aria-label={t('end.label', days)}
        onClick={() => setAsking(true)}
      >
        {t('end.open')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('end.title')}
          text={t('end.text', { person: titleOf(absence.person) })}
          confirm={t('end.open')}
          busy={end.busy}
          error={end.error}
          onConfirm={end.submit}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
