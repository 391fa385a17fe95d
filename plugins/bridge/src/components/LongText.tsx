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
  /** Where many stand on a page. */
  short?: boolean;
  onChange(value: string): void;
}) {
  const { error, hint, short, onChange, ...field } = props;
  return (
    <TextField
      {...field}
      id={useId()}
      multiline
      fullWidth
      size={short ? 'small' : 'medium'}
      minRows={short ? 1 : 3}
      maxRows={12}
      variant="outlined"
      error={Boolean(error)}
      helperText={error ?? hint}
      inputProps={{ maxLength: 4000 }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
