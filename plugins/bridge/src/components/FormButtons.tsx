import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { termsTranslationRef } from '../translation/terms';

/** The way out of a form in a dialog, and its verb. @internal */
export function FormButtons(props: {
  /** What sending the form does. */
  verb: string;
  busy: boolean;
  onClose(): void;
}) {
  const { verb, busy, onClose } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <>
      <Button onClick={onClose}>{term('cancel')}</Button>
      <Button type="submit" color="primary" variant="contained" disabled={busy}>
        {verb}
      </Button>
    </>
  );
}
