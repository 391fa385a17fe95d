import { useMemo, useState } from 'react';
import { useItemsFound } from '../../api/useItemsFound';
import { useLanguage } from '../../components/useLanguage';
import { OptionPicker, PickerProps } from '../../components/OptionPicker';

/** Finds an item by its key or its words. @internal */
export function ItemPicker(
  props: PickerProps & {
    /** Only items of this workflow. */
    workflow?: string;
    /** Only items that have not ended. */
    open?: boolean;
    /** An item that cannot be meant. */
    except?: string;
    itemKey?: string;
    onChange(key: string | undefined): void;
  },
) {
  const { workflow, open, except, itemKey, onChange, ...picker } = props;
  const language = useLanguage();
  const [text, setText] = useState('');
  const { items, loading } = useItemsFound(text, { workflow, open });
  const [label, setLabel] = useState<string>();
  const chosen = useMemo(
    () => (itemKey ? [{ value: itemKey, label: label ?? itemKey }] : []),
    [itemKey, label],
  );
  return (
    <OptionPicker
      {...picker}
      chosen={chosen}
      options={items
        .filter(({ key }) => key !== except)
        .map(({ key, title, state }) => ({
          value: key,
          label: `${key} ${title}`,
          note: state.label[language],
        }))}
      loading={loading}
      onSearch={setText}
      onChoose={([option]) => {
        setLabel(option?.label);
        onChange(option?.value);
      }}
    />
  );
}
