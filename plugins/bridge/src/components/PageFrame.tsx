import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { termsTranslationRef } from '../translation/terms';
import { errorText } from './errorText';
import { focusOutline } from './focusOutline';
import { forThumbs } from './forThumbs';
import { formatDate } from './formatDate';
import { mutedText } from './mutedText';
import { useDocumentTitle } from './useDocumentTitle';
import { useLanguage } from './useLanguage';

const useStyles = makeStyles(theme => ({
  '@global': focusOutline(theme),
  root: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    maxWidth: 1440,
    margin: '0 auto',
    fontFamily: theme.typography.fontFamily,
    // Sentences, not shouts: labels keep the case that they are written in.
    '& .MuiButton-root': { textTransform: 'none' },
    ...errorText(theme),
    // Examples in empty fields are read too.
    '& .MuiInputBase-input::placeholder': {
      color: mutedText(theme),
      opacity: 1,
    },
    ...forThumbs,
    padding: theme.spacing(4, 4, 6),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 2, 4) },
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 3),
    marginBottom: theme.spacing(3),
  },
  words: { flex: '1 1 280px', minWidth: 0 },
  title: { fontSize: 28, lineHeight: 1.25, margin: 0, fontWeight: 700 },
  subtitle: { color: mutedText(theme), marginTop: 4 },
  aside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    minHeight: 36,
  },
  demo: {
    color: mutedText(theme),
    border: `1px dashed ${mutedText(theme)}`,
    borderRadius: 999,
    padding: '2px 10px',
    fontSize: 12,
    whiteSpace: 'nowrap',
  },
}));

/** A page: its title, what can be done, and its content. @internal */
export function PageFrame(props: {
  title: string;
  subtitle?: string;
  actions?: ReactNode;
  /** The day that the demo clock shows, where it runs. */
  demoDay?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  // Loaded with the page: what stands on it must not vanish for the sake of a
  // word that comes later.
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  useDocumentTitle(props.title);
  return (
    <main className={classes.root}>
      <header className={classes.header}>
        <div className={classes.words}>
          <Typography variant="h1" className={classes.title}>
            {props.title}
          </Typography>
          {props.subtitle && (
            <Typography variant="body2" className={classes.subtitle}>
              {props.subtitle}
            </Typography>
          )}
        </div>
        <div className={classes.aside}>
          {props.demoDay && (
            <span className={classes.demo}>
              {term('demoDate', { date: formatDate(props.demoDay, language) })}
            </span>
          )}
          {props.actions}
        </div>
      </header>
      {props.children}
    </main>
  );
}
