import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { Workflow } from '@techbridge/plugin-bridge-common';
import { useId } from 'react';
import { newItemTranslationRef } from '../../translation/newItem';
import { termsTranslationRef } from '../../translation/terms';

/** Lets whoever makes an item keep it private, where the workflow does. @internal */
export function PrivateChoice(props: {
  visibility: Workflow['visibility'];
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  const { visibility, checked, onChange } = props;
  const { t } = useTranslationRef(newItemTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const id = useId();
  switch (visibility) {
    case 'reporterChooses':
      return (
        <div>
          <FormControlLabel
            control={
              <Checkbox
                color="primary"
                checked={checked}
                inputProps={{ 'aria-describedby': id }}
                onChange={event => onChange(event.target.checked)}
              />
            }
            label={term('item.private')}
          />
          <FormHelperText id={id}>{t('privateHint')}</FormHelperText>
        </div>
      );
    case 'roles':
      return <FormHelperText>{t('alwaysPrivate')}</FormHelperText>;
    default:
      return null;
  }
}
