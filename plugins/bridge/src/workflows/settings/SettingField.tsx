import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowSetting } from '@techbridge/plugin-bridge-common';
import { ReactNode, useId } from 'react';
import { Choice } from '../../components/Choice';
import { useLanguage } from '../../components/useLanguage';
import { EntityPicker } from '../../pickers/EntityPicker';
import { workflowsTranslationRef } from '../../translation/workflows';
import { BothLanguages } from './BothLanguages';
import { ChoicesField } from './ChoicesField';
import { DurationField } from './DurationField';
import { NewFieldField } from './NewFieldField';
import { NumberField } from './NumberField';
import { sameValue } from './settingChanges';
import type { SettingFieldProps } from './SettingFieldProps';

const useStyles = makeStyles(theme => ({
  wide: { gridColumn: '1 / -1' },
  undo: { marginTop: theme.spacing(0.5) },
}));

const FIELDS: {
  [kind in WorkflowSetting['kind']]: (props: SettingFieldProps) => JSX.Element;
} = {
  number: NumberField,
  percent: NumberField,
  duration: DurationField,
  choice: ChoiceField,
  choices: ChoicesField,
  group: GroupField,
  text: BothLanguages,
  newField: NewFieldField,
};

/** One setting: a field of its kind, and the way back to what it was. @internal */
export function SettingField(
  props: Omit<SettingFieldProps, 'label'> & {
    /** What it belongs to within its group. */
    of: WorkflowSetting['of'];
    /** What else follows from its value. */
    children?: ReactNode;
  },
) {
  const { setting, of, value, children, onChange } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const label = [...of, setting.label].map(one => one[language]).join(' › ');
  const isWide = setting.kind === 'text' || setting.kind === 'newField';
  const isChanged = !sameValue(value, setting.value);
  const Field = FIELDS[setting.kind];
  return (
    <div className={isWide ? classes.wide : undefined}>
      <Field {...props} label={label} />
      {isChanged && setting.kind !== 'newField' && (
        <Button
          size="small"
          color="primary"
          className={classes.undo}
          aria-label={t('setting.undoOf', { setting: label })}
          onClick={() => onChange(setting.value)}
        >
          {t('setting.undo')}
        </Button>
      )}
      {children}
    </div>
  );
}

function ChoiceField(props: SettingFieldProps) {
  const { setting, label, value, problem, onChange } = props;
  const language = useLanguage();
  return (
    <Choice
      label={label}
      value={String(value)}
      options={(setting.options ?? []).map(option => ({
        value: option.value,
        label: option.label[language],
      }))}
      error={Boolean(problem)}
      helperText={problem}
      onChange={onChange}
    />
  );
}

function GroupField(props: SettingFieldProps) {
  const { label, value, problem, onChange } = props;
  return (
    <EntityPicker
      id={useId()}
      kind="group"
      label={label}
      refs={[String(value)].filter(Boolean)}
      error={Boolean(problem)}
      helperText={problem}
      onChange={([group = '']) => onChange(group)}
    />
  );
}
