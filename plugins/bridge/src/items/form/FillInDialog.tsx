import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import type { FillInProps } from '../../components/FillInProps';
import { FormDialog } from '../../components/FormDialog';
import { termsTranslationRef } from '../../translation/terms';
import { formDataOf, sentData } from './formData';
import type { FormHandle } from './FormHandle';
import { LazyForm } from './LazyForm';

const NO_PROBLEMS = new Map<string, string>();

/** The form of an action by itself; it only checks what was filled in. @internal */
export function FillInDialog(props: FillInProps) {
  const { title, done, form, onClose, onDone } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const [handle, setHandle] = useState<FormHandle | null>(null);
  const [data, setData] = useState(() => formDataOf(form, props.data));
  return (
    <FormDialog
      wide
      title={title}
      onClose={onClose}
      onSubmit={() => {
        if (handle?.validate()) {
          onDone(sentData(data));
        }
      }}
      actions={
        <>
          <Button disableFocusRipple onClick={onClose}>
            {term('cancel')}
          </Button>
          <Button
            type="submit"
            disableFocusRipple
            color="primary"
            variant="contained"
            disabled={!handle}
          >
            {done}
          </Button>
        </>
      }
    >
      <LazyForm
        ref={setHandle}
        form={form}
        data={data}
        problems={NO_PROBLEMS}
        onChange={setData}
      />
    </FormDialog>
  );
}
