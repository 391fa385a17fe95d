import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { WidgetProps } from '@rjsf/utils';
import { itemsTranslationRef } from '../../translation/items';
import { ItemPicker } from './ItemPicker';
import { noteOf } from './textWidgets';

/** An existing item, or a new one where the workflow says so. @internal */
export function ItemKeyWidget(props: WidgetProps) {
  const { id, label, required, value, options, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const { workflow } = options;
  return (
    <ItemPicker
      id={id}
      label={label}
      required={required}
      disabled={props.disabled || props.readonly}
      placeholder={options.new === true ? t('picker.newItem') : undefined}
      {...noteOf(props)}
      workflow={typeof workflow === 'string' ? workflow : undefined}
      open={options.open === true}
      itemKey={typeof value === 'string' ? value : undefined}
      onChange={onChange}
    />
  );
}
