import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  BaseInputTemplateProps,
  enumOptionsIndexForValue,
  enumOptionsValueForIndex,
  getInputProps,
  WidgetProps,
} from '@rjsf/utils';
import { ChangeEvent } from 'react';

const SHRUNK = ['date', 'datetime-local', 'time'];

/** A field for a text, a number or a day; its mistake stands below it. @internal */
export function BaseInputTemplate(props: BaseInputTemplateProps) {
  const { id, label, value, schema, options, onChangeOverride } = props;
  const { step, min, max, type, ...others } = getInputProps(
    schema,
    props.type,
    options,
  );
  const change = ({ target }: ChangeEvent<HTMLInputElement>) =>
    props.onChange(target.value === '' ? options.emptyValue : target.value);
  return (
    <TextField
      {...others}
      id={id}
      name={id}
      type={type}
      label={label}
      required={props.required}
      disabled={props.disabled || props.readonly}
      placeholder={props.placeholder}
      multiline={props.multiline}
      minRows={props.multiline ? 3 : undefined}
      maxRows={props.multiline ? 14 : undefined}
      fullWidth
      variant="outlined"
      value={value ?? ''}
      inputProps={{ step, min, max, autoComplete: 'off' }}
      InputLabelProps={
        SHRUNK.includes(String(type)) ? { shrink: true } : undefined
      }
      {...noteOf(props)}
      onChange={onChangeOverride ?? change}
      onBlur={({ target }) => props.onBlur(id, target.value)}
      onFocus={({ target }) => props.onFocus(id, target.value)}
    />
  );
}

const NOTHING = '';

/** One of the named values; an optional field can be emptied again. @internal */
export function SelectWidget(props: WidgetProps) {
  const { id, label, value, options, required, onChange } = props;
  const { enumOptions = [], emptyValue } = options;
  const index = enumOptionsIndexForValue(value, enumOptions);
  return (
    <TextField
      select
      id={id}
      label={label}
      required={required}
      disabled={props.disabled || props.readonly}
      fullWidth
      variant="outlined"
      value={typeof index === 'string' ? index : NOTHING}
      SelectProps={{
        SelectDisplayProps: { 'aria-describedby': `${id}-helper-text` },
      }}
      {...noteOf(props)}
      onChange={({ target }) =>
        onChange(
          enumOptionsValueForIndex(target.value, enumOptions, emptyValue),
        )
      }
    >
      {!required && <MenuItem value={NOTHING}>—</MenuItem>}
      {enumOptions.map((option, position) => (
        <MenuItem key={String(option.value)} value={String(position)}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** What stands below a field: what is wrong, else what helps. @internal */
export function noteOf(props: {
  rawErrors?: string[];
  options: { help?: unknown };
}) {
  const { rawErrors = [], options } = props;
  const help = typeof options.help === 'string' ? options.help : undefined;
  return { error: rawErrors.length > 0, helperText: rawErrors[0] ?? help };
}
