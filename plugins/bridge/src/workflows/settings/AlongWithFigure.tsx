import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import type {
  WorkflowSetting,
  WorkflowSettingValue,
} from '@techbridge/plugin-bridge-common';
import { useId } from 'react';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import { FigureText, figureTexts } from './figureTexts';
import { sameValue, SettingValues } from './settingChanges';

const useStyles = makeStyles(theme => ({
  title: {
    color: mutedText(theme),
    fontSize: 13,
    margin: theme.spacing(1, 0, 0),
  },
  text: { display: 'flex', alignItems: 'flex-start', overflowWrap: 'anywhere' },
}));

/**
 * The texts that name a figure which is set otherwise: they change along unless
 * somebody leaves one as it was.
 *
 * @internal
 */
export function AlongWithFigure(props: {
  settings: WorkflowSetting[];
  figure: WorkflowSetting;
  values: SettingValues;
  onChange(values: Partial<SettingValues>): void;
}) {
  const { settings, figure, values, onChange } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const id = useId();
  const texts = figureTexts(settings, figure, values[figure.path]).filter(one =>
    isOffered(one, values[one.setting.path]),
  );
  if (texts.length === 0) {
    return null;
  }
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={classes.title}>
        {t('along.title', {
          figure: Number(figure.value).toLocaleString('en'),
        })}
      </p>
      {texts.map(({ setting, words }) => (
        <FormControlLabel
          key={setting.path}
          className={classes.text}
          label={words[language]}
          control={
            <Checkbox
              color="primary"
              checked={sameValue(values[setting.path], words)}
              onChange={(_, along) =>
                onChange({ [setting.path]: along ? undefined : setting.value })
              }
            />
          }
        />
      ))}
    </div>
  );
}

/** What somebody has written anew is theirs. */
function isOffered(
  { setting, words }: FigureText,
  value: WorkflowSettingValue,
): boolean {
  return sameValue(value, words) || sameValue(value, setting.value);
}
