import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** A labelled field for several lines. @internal */
export function LongText(props: {
  label: string;
  value: string;
  required?: boolean;
  /** What is wrong with the value. */
  error?: string;
  hint?: string;
  onChange(value: string): void;
}) {
  const { error, hint, onChange, ...field } = props;
  return (
    <TextField
      {...field}
      id={useId()}
      multiline
      fullWidth
      minRows={3}
      maxRows={12}
      variant="outlined"
      error={Boolean(error)}
      helperText={error ?? hint}
      inputProps={{ maxLength: 4000 }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
