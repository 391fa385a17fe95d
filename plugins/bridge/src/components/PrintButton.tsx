import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import PrintIcon from '@material-ui/icons/Print';
import { termsTranslationRef } from '../translation/terms';

/** Puts the sheets of the page on paper. @internal */
export function PrintButton() {
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <Button
      variant="contained"
      color="primary"
      size="small"
      disableElevation
      startIcon={<PrintIcon />}
      onClick={() => window.print()}
    >
      {term('sheet.print')}
    </Button>
  );
}
