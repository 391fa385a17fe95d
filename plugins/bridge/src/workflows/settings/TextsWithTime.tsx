import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowSetting } from '@techbridge/plugin-bridge-common';
import { useId } from 'react';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import type { SettingValues } from './settingChanges';
import { textsWithTime } from './textsWithTime';

const useStyles = makeStyles(theme => ({
  root: { color: mutedText(theme), fontSize: 13, overflowWrap: 'anywhere' },
  title: { margin: theme.spacing(1, 0, 0) },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** The texts to look at where a time is set otherwise that they name. @internal */
export function TextsWithTime(props: {
  settings: WorkflowSetting[];
  time: WorkflowSetting;
  values: SettingValues;
}) {
  const { settings, time, values } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const id = useId();
  const texts = textsWithTime(settings, time, values);
  if (texts.length === 0) {
    return null;
  }
  return (
    <div role="group" aria-labelledby={id} className={classes.root}>
      <p id={id} className={classes.title}>
        {t('withTime.title')}
      </p>
      <ul className={classes.list}>
        {texts.map(({ path, value, of, label }) => {
          const told = (values[path] ?? value) as WorkflowSetting['label'];
          const place = [...of, label].map(one => one[language]).join(' › ');
          const params = { text: told[language], place };
          return <li key={path}>{t('withTime.text', params)}</li>;
        })}
      </ul>
    </div>
  );
}
