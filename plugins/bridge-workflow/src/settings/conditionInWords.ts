import { Label, WorkflowDefinition } from '../definition';
import { comparisonsIn } from './comparisons';
import { fieldLabel, optionLabels } from './fieldNames';
import { AND, COMPARISONS, together } from './settingTexts';

/**
 * What a condition compares, in words; nothing where it compares no field with
 * a figure or a value.
 *
 * @internal
 */
export function conditionInWords(
  definition: WorkflowDefinition,
  source: string | undefined,
): Label[] {
  return comparisonsIn(source ?? '').map(({ field, operator, value }) => {
    const options = optionLabels(definition, field) ?? [];
    const values = [value].flat().map(one => {
      const option = options.find(known => known.value === one);
      return option?.label ?? { en: String(one), zh: String(one) };
    });
    return together(
      [
        fieldLabel(definition, field),
        COMPARISONS[operator],
        together(values, AND),
      ],
      { en: ' ', zh: ' ' },
    );
  });
}
