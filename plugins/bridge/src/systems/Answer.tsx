import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { System } from '@techbridge/plugin-bridge-common';
import type { MailAddresses } from '../api/useMailAddresses';
import { useLanguage } from '../components/useLanguage';
import { useNameOf } from '../components/useNameOf';
import { systemsTranslationRef } from '../translation/systems';
import { AskNow } from './AskNow';
import { ownersOf } from './ownersOf';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
    borderRadius: 8,
    border: `1px solid ${theme.palette.primary.main}`,
    borderLeftWidth: 4,
    background: theme.palette.background.paper,
  },
  sentence: { fontSize: 20, fontWeight: 600, lineHeight: 1.35, margin: 0 },
}));

/** The answer to a search that names one system, as a sentence. @internal */
export function Answer(props: { system: System; mails: MailAddresses }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const nameOf = useNameOf();
  const system = props.system.title[language];
  const { now } = ownersOf(props.system);
  return (
    <section className={classes.root} aria-live="polite">
      <Typography component="h2" variant="h5" className={classes.sentence}>
        {now
          ? t('answer.now', { person: nameOf(now), system })
          : t('answer.nobody', { system })}
      </Typography>
      <AskNow system={props.system} mails={props.mails} />
    </section>
  );
}
