import type { ItemForm } from '@techbridge/plugin-bridge-common';
import { act } from '@testing-library/react';
import { useRef, useState } from 'react';
import { FormData, formDataOf } from '../items/form/formData';
import type { FormHandle } from '../items/form/FormHandle';
import { LazyForm } from '../items/form/LazyForm';
import { Reader, renderCard } from './renderPage';
import { aSystemEntity } from './samples';

/** A form of a workflow that is being filled in. @internal */
export interface FilledForm {
  /** What stands in it now. */
  readonly held: FormData;
  /** Has it check itself; whether it is in order. */
  check(): boolean;
}

/** Shows a form by itself. @internal */
export function renderForm(
  form: ItemForm,
  start: FormData,
  reader: Reader = {},
): FilledForm {
  let held = start;
  let validate = () => false;
  function Filled() {
    const [data, setData] = useState(() => formDataOf(form, start));
    const handle = useRef<FormHandle>(null);
    validate = () => handle.current?.validate() ?? false;
    held = data;
    return (
      <LazyForm
        ref={handle}
        {...{ form, data, problems: new Map() }}
        onChange={setData}
      />
    );
  }
  renderCard(<Filled />, aSystemEntity('erp'), reader);
  return {
    get held() {
      return held;
    },
    check: () => {
      let isInOrder = false;
      act(() => {
        isInOrder = validate();
      });
      return isInOrder;
    },
  };
}
