import { useState } from 'react';
import type { FillInProps } from '../../components/FillInProps';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { formDataOf, sentData } from './formData';
import type { FormHandle } from './FormHandle';
import { LazyForm } from './LazyForm';

const NO_PROBLEMS = new Map<string, string>();

/** The form of an action by itself; it only checks what was filled in. @internal */
export function FillInDialog(props: FillInProps) {
  const { title, done, form, onClose, onDone } = props;
  const [handle, setHandle] = useState<FormHandle | null>(null);
  const [before] = useState(() => formDataOf(form, props.data));
  const [data, setData] = useState(before);
  return (
    <FormDialog
      wide
      title={title}
      onClose={onClose}
      onSubmit={() => {
        if (handle?.validate()) {
          onDone(sentData(data, before));
        }
      }}
      actions={<FormButtons verb={done} busy={!handle} onClose={onClose} />}
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
