import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { lazy, Suspense, useState } from 'react';
import { useClock } from '../api/useClock';
import { absenceTranslationRef } from '../translation/absence';

const AbsenceDialog = lazy(() =>
  import('./AbsenceDialog').then(({ AbsenceDialog: Dialog }) => ({
    default: Dialog,
  })),
);

/** Opens the form in which an absence is entered. @internal */
export function AbsenceButton(props: { person: string; onAdded(): void }) {
  const { t } = useTranslationRef(absenceTranslationRef);
  const clock = useClock();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => setOpen(true)}>
        {t('enter')}
      </Button>
      {open && clock && (
        <Suspense fallback={null}>
          <AbsenceDialog
            {...props}
            today={clock.today()}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
