import MenuItem from '@material-ui/core/MenuItem';
import TextField, { TextFieldProps } from '@material-ui/core/TextField';
import { useId } from 'react';

/** One of several values, with labels in the reader's language. @internal */
export function Choice<TValue extends string>(
  props: Pick<TextFieldProps, 'error' | 'helperText' | 'size' | 'className'> & {
    label: string;
    value: TValue;
    options: readonly { value: TValue; label: string }[];
    onChange(value: TValue): void;
    required?: boolean;
  },
) {
  const { options, onChange, ...field } = props;
  const id = useId();
  return (
    <TextField
      {...field}
      id={id}
      select
      fullWidth
      variant="outlined"
      onChange={event => onChange(event.target.value as TValue)}
    >
      {options.map(({ value, label }) => (
        <MenuItem key={value} value={value}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}
