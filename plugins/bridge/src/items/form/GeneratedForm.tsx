import Form, { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/material-ui';
import type { ErrorSchema, RJSFValidationError } from '@rjsf/utils';
import { forwardRef, useImperativeHandle, useMemo, useRef } from 'react';
import { useLanguage } from '../../components/useLanguage';
import { EntityRefsWidget, EntityRefWidget } from './EntityWidget';
import type { FormHandle, FormProps } from './FormHandle';
import { ItemKeyWidget } from './ItemKeyWidget';
import { localForm } from './localForm';
import { NumbersWidget } from './NumbersWidget';
import { ownSentences } from './ownSentences';
import { PictureWidget } from './PictureWidget';
import {
  ArrayFieldTemplate,
  FieldTemplate,
  ObjectFieldTemplate,
} from './templates';
import { useFormWords } from './useFormWords';
import { validatorFor } from './validator';
import { CheckboxesWidget, RadioWidget } from './choiceWidgets';
import { BaseInputTemplate, SelectWidget } from './textWidgets';

const ThemedForm = withTheme(Theme);

const widgets = {
  CheckboxesWidget,
  RadioWidget,
  SelectWidget,
  entityRef: EntityRefWidget,
  entityRefs: EntityRefsWidget,
  itemKey: ItemKeyWidget,
  numbers: NumbersWidget,
  picture: PictureWidget,
};

/** Nothing is answered beforehand: no first choice, no entry, no empty list. */
const NOTHING_INVENTED = {
  arrayMinItems: { populate: 'never' },
  emptyObjectFields: 'skipEmptyDefaults',
  constAsDefaults: 'never',
} as const;

const templates = {
  ArrayFieldTemplate,
  BaseInputTemplate,
  FieldTemplate,
  ObjectFieldTemplate,
};

/**
 * A form that a workflow describes. It checks itself when `validate` is
 * called; what the bridge refuses stands at its fields too.
 *
 * @internal
 */
export const GeneratedForm = forwardRef<FormHandle, FormProps>(
  ({ form, data, problems, onChange }, handle) => {
    const language = useLanguage();
    const words = useFormWords();
    const inner = useRef<Form>(null);
    useImperativeHandle(
      handle,
      () => ({ validate: () => inner.current?.validateForm() ?? false }),
      [],
    );
    const drawn = useMemo(() => localForm(form, language), [form, language]);
    const extraErrors = useMemo(() => errorsOf(problems), [problems]);
    return (
      <ThemedForm
        ref={inner}
        tagName="div"
        {...drawn}
        formData={data}
        validator={validatorFor(language)}
        transformErrors={ownSentences(language)}
        extraErrors={extraErrors}
        translateString={words}
        widgets={widgets}
        templates={templates}
        showErrorList={false}
        experimental_defaultFormStateBehavior={NOTHING_INVENTED}
        focusOnFirstError={focusOn}
        onChange={({ formData }) => onChange(formData)}
      />
    );
  },
);

/** What the bridge said, as rjsf keeps it. */
function errorsOf(problems: ReadonlyMap<string, string>): ErrorSchema {
  const errors: ErrorSchema = {};
  for (const [path, sentence] of problems) {
    let place = errors;
    for (const name of path.split('.')) {
      const known = Object.hasOwn(place, name) ? place[name] : undefined;
      const next: ErrorSchema = known ?? {};
      Object.assign(place, { [name]: next });
      place = next;
    }
    Object.assign(place, { __errors: [sentence] });
  }
  return errors;
}

/** At the field; an entry without an element of its own stands in its list. */
function focusOn({ property = '' }: RJSFValidationError) {
  const path = ['root', ...property.split('.').filter(Boolean)];
  const field = path
    .map((_, up) => path.slice(0, path.length - up).join('_'))
    .map(id => document.getElementById(id))
    .find(Boolean);
  const inside = field?.querySelector<HTMLElement>('input, textarea');
  (inside ?? field)?.focus();
}
