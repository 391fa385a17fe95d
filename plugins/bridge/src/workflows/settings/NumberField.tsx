import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import type { SettingFieldProps } from './SettingFieldProps';

/** A number, or a share in percent. @internal */
export function NumberField(props: SettingFieldProps) {
  const { setting, label, value, problem, onChange } = props;
  const { kind, minimum, maximum, decimals } = setting;
  const unit = <InputAdornment position="end">%</InputAdornment>;
  return (
    <TextField
      id={useId()}
      fullWidth
      variant="outlined"
      type="number"
      label={label}
      value={value}
      error={Boolean(problem)}
      helperText={problem}
      inputProps={{ min: minimum, max: maximum, step: decimals ? 'any' : 1 }}
      InputProps={kind === 'percent' ? { endAdornment: unit } : undefined}
      onChange={({ target }) => onChange(numberIn(target.value))}
    />
  );
}

/** What is no number goes on as it is typed, for the bridge to refuse. */
function numberIn(text: string): number | string {
  return text.trim() === '' ? '' : Number(text);
}
