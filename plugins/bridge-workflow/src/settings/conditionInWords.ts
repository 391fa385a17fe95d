import { Label, WorkflowDefinition } from '../definition';
import { comparisonsIn } from './comparisons';
import { fieldLabel, optionLabels } from './fieldNames';
import { COMPARISONS, together } from './settingTexts';

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
    const option = optionLabels(definition, field)?.find(
      one => one.value === value,
    );
    const figure = { en: String(value), zh: String(value) };
    return together(
      [
        fieldLabel(definition, field),
        COMPARISONS[operator],
        option?.label ?? figure,
      ],
      { en: ' ', zh: ' ' },
    );
  });
}
