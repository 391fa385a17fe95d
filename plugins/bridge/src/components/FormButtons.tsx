import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { termsTranslationRef } from '../translation/terms';
import { GuardedButton } from './GuardedButton';

/** The way out of a form in a dialog, and its verb. @internal */
export function FormButtons(props: {
  /** What sending the form does. */
  verb: string;
  busy: boolean;
  /** Why it may not be sent. */
  barred?: string;
  onClose(): void;
}) {
  const { verb, busy, barred, onClose } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <>
      <Button disableFocusRipple onClick={onClose}>
        {term('cancel')}
      </Button>
      {barred ? (
        <GuardedButton
          color="primary"
          variant="contained"
          barred={barred}
          onClick={() => undefined}
        >
          {verb}
        </GuardedButton>
      ) : (
        <Button
          type="submit"
          disableFocusRipple
          color="primary"
          variant="contained"
          aria-disabled={busy}
        >
          {verb}
        </Button>
      )}
    </>
  );
}
