import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { FieldGrid } from '../../components/FieldGrid';
import { mutedText } from '../../components/mutedText';
import { TextInput } from '../../components/TextInput';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import type { SettingFieldProps } from './SettingFieldProps';

const useStyles = makeStyles(theme => ({
  caption: {
    color: mutedText(theme),
    fontSize: 13,
    marginBottom: theme.spacing(1),
  },
}));

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
    <>
      <div className={useStyles().caption} aria-hidden>
        {label}
      </div>
      <FieldGrid>
        {order.map(language => (
          <TextInput
            key={language}
            label={t(`language.${language}`)}
            spoken={t(`setting.${language}`, { label })}
            value={texts[language]}
            error={texts[language].trim() === '' ? problem : undefined}
            onChange={text => onChange({ ...texts, [language]: text })}
          />
        ))}
      </FieldGrid>
    </>
  );
}
