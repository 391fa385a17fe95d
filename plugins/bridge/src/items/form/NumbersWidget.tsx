import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { itemsTranslationRef } from '../../translation/items';
import { numbersIn } from './numbersIn';
import { noteOf } from './textWidgets';

/** A series of numbers, as it is pasted from a spreadsheet. @internal */
export function NumbersWidget(props: WidgetProps) {
  const { id, label, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const entries: unknown[] = Array.isArray(props.value) ? props.value : [];
  const [typed, setTyped] = useState('');
  // What was filled in from elsewhere, such as a draft, takes its place.
  const isTyped = String(numbersIn(typed)) === String(entries);
  const wrong = entries.find(entry => typeof entry === 'string');
  const { error, helperText = '' } = noteOf(props);
  const note = wrong && t('form.notNumber', { entry: String(wrong) });
  const found =
    entries.length > 0 && !error
      ? `${t('form.values', { count: entries.length })} `
      : '';
  const change = (text: string) => {
    const numbers = numbersIn(text);
    setTyped(text);
    onChange(numbers.length > 0 ? numbers : undefined);
  };
  return (
    <TextField
      id={id}
      label={label}
      required={props.required}
      disabled={props.disabled || props.readonly}
      multiline
      minRows={2}
      maxRows={8}
      fullWidth
      variant="outlined"
      value={isTyped ? typed : entries.join(' ')}
      error={error || Boolean(note)}
      helperText={note || `${found}${helperText}`}
      onChange={({ target }) => change(target.value)}
    />
  );
}
