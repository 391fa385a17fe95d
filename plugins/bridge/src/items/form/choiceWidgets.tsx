import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import {
  enumOptionsDeselectValue,
  enumOptionsIndexForValue,
  enumOptionsIsSelected,
  enumOptionsSelectValue,
  enumOptionsValueForIndex,
  WidgetProps,
} from '@rjsf/utils';
import { ReactNode } from 'react';
import { noteOf } from './textWidgets';

/** One of a few named values, all of them in sight. @internal */
export function RadioWidget(props: WidgetProps) {
  const { id, value, options, onChange } = props;
  const { enumOptions = [], emptyValue } = options;
  const index = enumOptionsIndexForValue(value, enumOptions);
  return (
    <Group widget={props}>
      <RadioGroup
        row
        name={id}
        value={typeof index === 'string' ? index : null}
        onChange={(_, chosen) =>
          onChange(enumOptionsValueForIndex(chosen, enumOptions, emptyValue))
        }
      >
        {enumOptions.map((option, position) => (
          <FormControlLabel
            key={String(option.value)}
            value={String(position)}
            label={option.label}
            control={<Radio color="primary" />}
          />
        ))}
      </RadioGroup>
    </Group>
  );
}

/** Several of a few named values. @internal */
export function CheckboxesWidget(props: WidgetProps) {
  const { value, options, onChange } = props;
  const { enumOptions = [] } = options;
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  const change = (position: number, checked: boolean) =>
    onChange(
      checked
        ? enumOptionsSelectValue(position, chosen, enumOptions)
        : enumOptionsDeselectValue(position, chosen, enumOptions),
    );
  return (
    <Group widget={props}>
      <FormGroup row>
        {enumOptions.map((option, position) => (
          <FormControlLabel
            key={String(option.value)}
            label={option.label}
            control={
              <Checkbox
                color="primary"
                checked={enumOptionsIsSelected(option.value, chosen)}
                onChange={(_, checked) => change(position, checked)}
              />
            }
          />
        ))}
      </FormGroup>
    </Group>
  );
}

function Group(props: { widget: WidgetProps; children: ReactNode }) {
  const { id, label, required, disabled, readonly } = props.widget;
  const { error, helperText } = noteOf(props.widget);
  const noteId = `${id}__note`;
  return (
    <FormControl
      id={id}
      component="fieldset"
      required={required}
      error={error}
      disabled={disabled || readonly}
      aria-describedby={helperText ? noteId : undefined}
    >
      <FormLabel component="legend">{label}</FormLabel>
      {props.children}
      {helperText && <FormHelperText id={noteId}>{helperText}</FormHelperText>}
    </FormControl>
  );
}
