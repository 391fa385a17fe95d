import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import type { System } from '@techbridge/plugin-bridge-common';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';

/** The modules of a system that somebody answers for. @internal */
export function ModuleChoice(props: {
  system: System;
  chosen: string[];
  error?: string;
  onChange(modules: string[]): void;
}) {
  const { system, chosen, error, onChange } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const toggle = (id: string) =>
    onChange(
      chosen.includes(id)
        ? chosen.filter(other => other !== id)
        : [...chosen, id],
    );
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend">{term('field.modules')}</FormLabel>
      <FormGroup row>
        {system.modules.map(({ id, title }) => (
          <FormControlLabel
            key={id}
            label={title[language]}
            control={
              <Checkbox
                color="primary"
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText>{error ?? t('appoint.modulesHint')}</FormHelperText>
    </FormControl>
  );
}
