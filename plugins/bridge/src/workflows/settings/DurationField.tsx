import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Choice } from '../../components/Choice';
import { TextInput } from '../../components/TextInput';
import { workflowsTranslationRef } from '../../translation/workflows';
import {
  durationOf,
  durationParts,
  DurationParts,
  UNITS,
} from './durationParts';
import type { SettingFieldProps } from './SettingFieldProps';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: theme.spacing(1),
    // One label for both; that of the unit is only spoken, and keeps its place.
    '& .MuiInputLabel-outlined': { whiteSpace: 'nowrap' },
  },
  unit: { '& .MuiInputLabel-outlined': { opacity: 0 } },
}));

/** A time as a number and a unit; as it is written where it has several. @internal */
export function DurationField(props: SettingFieldProps) {
  const { setting, label, value, problem, onChange } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const isOptional = setting.optional === true;
  const parts = durationParts(String(value ?? 'PD'));
  if (!parts) {
    return (
      <TextInput
        label={label}
        value={String(value)}
        error={problem}
        onChange={onChange}
      />
    );
  }
  const change = (changed: Partial<DurationParts>) => {
    const now = { ...parts, ...changed };
    onChange(isOptional && now.amount.trim() === '' ? null : durationOf(now));
  };
  return (
    <div className={classes.root}>
      <TextInput
        type="number"
        label={label}
        value={parts.amount}
        error={problem}
        hint={isOptional ? t(meaningOfNone(setting)) : undefined}
        onChange={amount => change({ amount })}
      />
      <Choice
        className={classes.unit}
        label={t('setting.unit')}
        value={parts.unit}
        options={UNITS.map(unit => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={unit => change({ unit })}
      />
    </div>
  );
}

function meaningOfNone({ path }: SettingFieldProps['setting']) {
  return path.endsWith('.extend.by')
    ? 'setting.asTheFirst'
    : 'setting.mayBeEmpty';
}
