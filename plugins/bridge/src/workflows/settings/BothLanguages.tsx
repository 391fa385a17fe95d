import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldGrid } from '../../components/FieldGrid';
import { TextInput } from '../../components/TextInput';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import type { SettingFieldProps } from './SettingFieldProps';

const EN_FIRST = ['en', 'zh'] as const;
const ZH_FIRST = ['zh', 'en'] as const;

/** A text in both languages, the reader's first. @internal */
export function BothLanguages(
  props: Pick<SettingFieldProps, 'label' | 'value' | 'problem' | 'onChange'>,
) {
  const { label, value, problem, onChange } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const texts = { en: '', zh: '', ...(value as object) };
  const order = useLanguage() === 'zh' ? ZH_FIRST : EN_FIRST;
  return (
    <FieldGrid>
      {order.map(language => (
        <TextInput
          key={language}
          label={t(`setting.${language}`, { label })}
          value={texts[language]}
          error={texts[language].trim() === '' ? problem : undefined}
          onChange={text => onChange({ ...texts, [language]: text })}
        />
      ))}
    </FieldGrid>
  );
}
