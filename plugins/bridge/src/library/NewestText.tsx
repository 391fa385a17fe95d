import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { Case } from '@techbridge/plugin-bridge-common';
import { libraryTranslationRef } from '../translation/library';
import { useBodyStyles } from './BodyInput';

/** What somebody else has saved meanwhile, to copy from. @internal */
export function NewestText(props: {
  newest: Case;
  /** The title as it is typed here. */
  title: string;
}) {
  const { newest, title } = props;
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useBodyStyles();
  return (
    <>
      {newest.title !== title && (
        <Typography variant="body2" gutterBottom>
          {t('form.newestTitle', { title: newest.title })}
        </Typography>
      )}
      <textarea
        readOnly
        className={classes.field}
        value={newest.body}
        aria-label={t('form.newestText', {
          revision: String(newest.revision),
        })}
      />
    </>
  );
}
