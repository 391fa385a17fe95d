import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { System } from '@techbridge/plugin-bridge-common';
import { useMailAddresses } from '../api/useMailAddresses';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { AppointmentRow } from './AppointmentRow';
import { AskActions } from './AskActions';
import { AskNow } from './AskNow';
import { OwnersActions } from './OwnersActions';
import { ownersOf } from './ownersOf';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2.5),
    '& .MuiButton-root': { textTransform: 'none' },
  },
  now: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 2),
    borderRadius: 8,
    border: `1px solid ${theme.palette.primary.main}`,
    borderLeftWidth: 4,
  },
  nowLabel: { color: mutedText(theme), fontSize: 13 },
  heading: {
    fontSize: 13,
    fontWeight: 600,
    color: mutedText(theme),
    margin: theme.spacing(0, 0, 0.5),
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** Both owners of a system, with what may be done about them. @internal */
export function OwnersPanel(props: {
  system: System;
  onChanged(system: System): void;
  onDeleted(): void;
}) {
  const { system } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const linkTo = useEntityRefLink();
  const mails = useMailAddresses(
    system.owners.business.map(({ user }) => user),
  );
  const { now } = ownersOf(system);
  return (
    <div className={classes.root}>
      {now && (
        <div className={classes.now}>
          <span className={classes.nowLabel}>{t('card.nowOnShift')}</span>
          <AskNow system={system} mails={mails} />
        </div>
      )}
      <AskActions system={system} />
      <div>
        <Heading>{term('owner.business')}</Heading>
        <Appointments {...props} />
      </div>
      <div>
        <Heading>{term('owner.it')}</Heading>
        <Link to={linkTo(system.owners.it.ref)}>
          {system.owners.it.title[language]}
        </Link>
      </div>
      <OwnersActions {...props} />
    </div>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <Typography component="h4" className={useStyles().heading}>
      {children}
    </Typography>
  );
}

function Appointments(props: {
  system: System;
  onChanged(system: System): void;
}) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const classes = useStyles();
  const { business } = props.system.owners;
  if (business.length === 0) {
    return <Typography variant="body2">{t('card.none')}</Typography>;
  }
  return (
    <ul className={classes.list}>
      {business.map(appointment => (
        <AppointmentRow
          key={appointment.user}
          appointment={appointment}
          {...props}
        />
      ))}
    </ul>
  );
}
