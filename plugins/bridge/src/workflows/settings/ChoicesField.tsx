import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { useId } from 'react';
import { useLanguage } from '../../components/useLanguage';
import type { SettingFieldProps } from './SettingFieldProps';

/** Some of several values, in the order in which they are offered. @internal */
export function ChoicesField(props: SettingFieldProps) {
  const { setting, label, value, problem, onChange } = props;
  const language = useLanguage();
  const noteId = useId();
  const options = setting.options ?? [];
  const chosen = [value].flat() as unknown[];
  const toggle = (toggled: string) =>
    onChange(
      options
        .map(option => option.value)
        .filter(one => chosen.includes(one) !== (one === toggled)),
    );
  return (
    <FormControl
      component="fieldset"
      error={Boolean(problem)}
      aria-describedby={problem && noteId}
    >
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup row>
        {options.map(option => (
          <FormControlLabel
            key={option.value}
            label={option.label[language]}
            control={
              <Checkbox
                color="primary"
                checked={chosen.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
            }
          />
        ))}
      </FormGroup>
      {problem && <FormHelperText id={noteId}>{problem}</FormHelperText>}
    </FormControl>
  );
}
