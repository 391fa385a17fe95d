import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import Alert from '@material-ui/lab/Alert';
import type { BridgeError, Language } from '@techbridge/plugin-bridge-common';
import { errorSentence, fieldSentences } from '../../components/errorSentence';
import { useLanguage } from '../../components/useLanguage';
import { filesTranslationRef } from '../../translation/files';
import { Upload, Uploads } from './useUploads';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: theme.spacing(1, 0),
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  name: { fontSize: 14, overflowWrap: 'anywhere' },
}));

/** Files on their way, and those that were refused, by their names. @internal */
export function UploadList({ uploads, again, dismiss }: Uploads) {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {uploads.map(upload => (
        <li key={upload.number}>
          {upload.error ? (
            <Refused
              upload={upload}
              error={upload.error}
              onAgain={() => again(upload)}
              onDismiss={() => dismiss(upload)}
            />
          ) : (
            <Sending upload={upload} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Sending({ upload }: { upload: Upload }) {
  const { t } = useTranslationRef(filesTranslationRef);
  const text = t('sending', { name: upload.file.name });
  return (
    <>
      <div className={useStyles().name} role="status">
        {text}
      </div>
      <LinearProgress aria-label={text} />
    </>
  );
}

function Refused(props: {
  upload: Upload;
  error: BridgeError;
  onAgain(): void;
  onDismiss(): void;
}) {
  const { upload, error, onAgain, onDismiss } = props;
  const { t } = useTranslationRef(filesTranslationRef);
  const language = useLanguage();
  const { name } = upload.file;
  return (
    <Alert
      severity="error"
      role="alert"
      action={
        <>
          {!error.fields && (
            <Button color="inherit" size="small" onClick={onAgain}>
              {t('again')}
            </Button>
          )}
          <IconButton
            color="inherit"
            size="small"
            aria-label={t('dismiss', { name })}
            onClick={onDismiss}
          >
            <CloseIcon fontSize="inherit" />
          </IconButton>
        </>
      }
    >
      {t('failed', { name, why: whyOf(error, language) })}
    </Alert>
  );
}

/** What is wrong with the file says more than that something is. */
function whyOf(error: BridgeError, language: Language): string {
  const [ofField] = fieldSentences(error, language).values();
  return ofField ?? errorSentence(error, language);
}
