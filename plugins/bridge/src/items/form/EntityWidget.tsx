import type { WidgetProps } from '@rjsf/utils';
import { EntityPicker } from '../../pickers/EntityPicker';
import { noteOf } from './textWidgets';

/** A system, a person or a group. @internal */
export function EntityRefWidget(props: WidgetProps) {
  const { value, onChange } = props;
  return (
    <EntityPicker
      {...pickerOf(props)}
      refs={typeof value === 'string' && value ? [value] : []}
      onChange={([ref]) => onChange(ref)}
    />
  );
}

/** Several people, systems or groups. @internal */
export function EntityRefsWidget(props: WidgetProps) {
  const { value, onChange } = props;
  return (
    <EntityPicker
      {...pickerOf(props)}
      several
      refs={Array.isArray(value) ? value.map(String) : []}
      onChange={refs => onChange(refs.length > 0 ? refs : undefined)}
    />
  );
}

function pickerOf(props: WidgetProps) {
  const { id, label, required, options } = props;
  return {
    id,
    label,
    required,
    disabled: props.disabled || props.readonly,
    kind: String(options.kind),
    ...noteOf(props),
  };
}
