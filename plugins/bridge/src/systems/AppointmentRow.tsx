import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/EditOutlined';
import EndIcon from '@material-ui/icons/HighlightOff';
import type { SuperUser, System } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { useClock } from '../api/useClock';
import { useDepartments } from '../api/useDepartments';
import { formatDate } from '../components/formatDate';
import { GuardedIconButton } from '../components/GuardedIconButton';
import { Person } from '../components/Person';
import { useLanguage } from '../components/useLanguage';
import { useNameOf } from '../components/useNameOf';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { AppointmentDialog } from './AppointmentDialog';
import { EndAppointmentDialog } from './EndAppointmentDialog';
import { useSystemRights } from './useSystemRights';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 0 },
  },
  role: { fontSize: 13, fontWeight: 600 },
  actions: { whiteSpace: 'nowrap' },
}));

interface AppointmentRowProps {
  system: System;
  appointment: SuperUser;
  onChanged(system: System): void;
}

/** One super user of a system: role, person, place, term, actions. @internal */
export function AppointmentRow({
  system,
  appointment,
  onChanged,
}: AppointmentRowProps) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  return (
    <li className={classes.root}>
      <span className={classes.role}>{term(`role.${appointment.role}`)}</span>
      <Person
        user={appointment.user}
        name={appointment.name}
        note={<Terms system={system} appointment={appointment} />}
      />
      <span className={classes.actions}>
        <RowActions
          system={system}
          appointment={appointment}
          onChanged={onChanged}
        />
      </span>
    </li>
  );
}

function Terms({
  system,
  appointment,
}: Omit<AppointmentRowProps, 'onChanged'>) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const department = useDepartments()?.byRef.get(appointment.department);
  const modules = system.modules
    .filter(({ id }) => appointment.modules.includes(id))
    .map(({ title }) => title[language]);
  const place = [
    department?.title[language],
    term(`shift.${appointment.shift}`),
    term(`stage.${appointment.stage}`),
    ...modules,
  ];
  return (
    <>
      <div>{place.filter(Boolean).join(' · ')}</div>
      <div>
        {t('card.term', {
          from: formatDate(appointment.from, language),
          until: formatDate(appointment.until, language),
        })}
      </div>
    </>
  );
}

function RowActions(props: AppointmentRowProps) {
  const { system, appointment } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const clock = useClock();
  const rights = useSystemRights(system);
  const person = useNameOf()(appointment);
  const [open, setOpen] = useState<'change' | 'end'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <GuardedIconButton
        label={t('appoint.changeTitle', { person })}
        barred={rights.appoint}
        onClick={() => setOpen('change')}
      >
        <EditIcon fontSize="small" />
      </GuardedIconButton>
      <GuardedIconButton
        label={`${t('appoint.end')}: ${person}`}
        barred={rights.appoint}
        onClick={() => setOpen('end')}
      >
        <EndIcon fontSize="small" />
      </GuardedIconButton>
      {open === 'change' && clock && (
        <AppointmentDialog
          {...props}
          role={appointment.role}
          today={clock.today()}
          onClose={close}
        />
      )}
      {open === 'end' && <EndAppointmentDialog {...props} onClose={close} />}
    </>
  );
}
