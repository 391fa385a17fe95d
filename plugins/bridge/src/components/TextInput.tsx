import TextField, { TextFieldProps } from '@material-ui/core/TextField';
import { useId } from 'react';

/** The browser shows their shape also where nothing is typed. */
const SHAPED = new Set<string | undefined>(['date', 'time']);

/** A labelled text field whose error stands below it. @internal */
export function TextInput(
  props: Pick<TextFieldProps, 'type' | 'required' | 'size'> & {
    label: string;
    /** What it is called where its label alone does not tell. */
    spoken?: string;
    value: string;
    /** What is wrong with the value. */
    error?: string;
    hint?: string;
    onChange(value: string): void;
  },
) {
  const { error, hint, spoken, onChange, ...field } = props;
  return (
    <TextField
      {...field}
      id={useId()}
      fullWidth
      variant="outlined"
      error={Boolean(error)}
      helperText={error ?? hint}
      inputProps={{ 'aria-label': spoken }}
      InputLabelProps={SHAPED.has(field.type) ? { shrink: true } : undefined}
      onChange={event => onChange(event.target.value)}
    />
  );
}
