import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { shellTranslationRef } from '../../translation/shell';
import { BridgeMark } from '../shell/BridgeMark';
import { LanguageSwitch } from './LanguageSwitch';
import { Persona } from './persona';
import { PersonaList } from './PersonaList';

const useStyles = makeStyles(theme => ({
  root: {
    boxSizing: 'border-box',
    maxWidth: 1120,
    margin: '0 auto',
    padding: theme.spacing(4, 4, 8),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 2, 6) },
  },
  top: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    marginBottom: theme.spacing(5),
    [theme.breakpoints.down('xs')]: { marginBottom: theme.spacing(3) },
  },
  product: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.25),
    fontSize: 18,
    fontWeight: 700,
    color: theme.palette.text.primary,
  },
  title: { fontSize: 32, fontWeight: 700, margin: 0, lineHeight: 1.2 },
  subtitle: {
    color: theme.palette.type === 'dark' ? '#ccc' : '#5c5c5c',
    margin: theme.spacing(1, 0, 3),
  },
  filter: {
    width: 360,
    maxWidth: '100%',
    marginBottom: theme.spacing(2.5),
    '& .MuiOutlinedInput-root': { background: theme.palette.background.paper },
  },
  problem: { color: theme.palette.error.main, marginBottom: theme.spacing(2) },
}));

interface PersonaPageProps {
  personas?: Persona[];
  unreachable: boolean;
  /** The persona with whom it did not work. */
  failed?: string;
  onRetry(): void;
  onChoose(ref: string): void;
}

/** The people of the demo, to sign in as one of them. @internal */
export function PersonaPage(props: PersonaPageProps) {
  const { t } = useTranslationRef(shellTranslationRef);
  const classes = useStyles();
  const [filter, setFilter] = useState('');
  return (
    <main className={classes.root}>
      <div className={classes.top}>
        <span className={classes.product}>
          <BridgeMark size={28} />
          Tech Bridge
        </span>
        <LanguageSwitch />
      </div>
      <Typography variant="h1" className={classes.title}>
        {t('signIn.title')}
      </Typography>
      <Typography className={classes.subtitle}>
        {t('signIn.subtitle')}
      </Typography>
      <Problem {...props} />
      {!props.unreachable && (
        <>
          <TextField
            variant="outlined"
            size="small"
            className={classes.filter}
            value={filter}
            onChange={event => setFilter(event.target.value)}
            placeholder={t('signIn.filter')}
            inputProps={{ 'aria-label': t('signIn.filter') }}
          />
          <PersonaList
            personas={props.personas}
            filter={filter}
            onChoose={props.onChoose}
          />
        </>
      )}
    </main>
  );
}

function Problem({ unreachable, failed, onRetry }: PersonaPageProps) {
  const { t } = useTranslationRef(shellTranslationRef);
  const classes = useStyles();
  if (unreachable) {
    return (
      <div role="alert">
        <Typography className={classes.problem}>{t('signIn.error')}</Typography>
        <Button variant="outlined" color="primary" onClick={onRetry}>
          {t('signIn.retry')}
        </Button>
      </div>
    );
  }
  return failed ? (
    <Typography role="alert" className={classes.problem}>
      {t('signIn.failed', { person: failed })}
    </Typography>
  ) : null;
}
