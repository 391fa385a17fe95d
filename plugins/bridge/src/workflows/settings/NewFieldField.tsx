import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import type { WorkflowSettingValue } from '@techbridge/plugin-bridge-common';
import { Choice } from '../../components/Choice';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import { BothLanguages } from './BothLanguages';
import type { SettingFieldProps } from './SettingFieldProps';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    margin: 0,
    padding: theme.spacing(2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content max-content',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
}));

type NewField = Extract<WorkflowSettingValue, { label: unknown }>;

const TYPES = ['text', 'longText', 'number', 'date', 'flag'] as const;
const EMPTY: NewField = {
  label: { en: '', zh: '' },
  type: 'text',
  required: false,
};

/** Another field of a form: nothing yet, or what it asks. @internal */
export function NewFieldField(props: SettingFieldProps) {
  const { setting, value, onChange } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const field = value as NewField | null;
  if (field === null) {
    const form = setting.of.map(one => one[language]).join(' › ');
    return (
      <Button
        size="small"
        color="primary"
        startIcon={<AddIcon />}
        aria-label={t('newField.addTo', { form })}
        onClick={() => onChange(EMPTY)}
      >
        {t('newField.add')}
      </Button>
    );
  }
  return <Asked {...props} field={field} />;
}

function Asked(props: SettingFieldProps & { field: NewField }) {
  const { label, field, problem, onChange } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const change = (changes: Partial<NewField>) =>
    onChange({ ...field, ...changes });
  return (
    <fieldset className={classes.root} aria-label={label}>
      <BothLanguages
        label={t('newField.name')}
        value={field.label}
        problem={problem}
        onChange={texts => change({ label: texts as NewField['label'] })}
      />
      <div className={classes.line}>
        <Choice
          label={t('newField.type')}
          value={field.type}
          options={TYPES.map(type => ({
            value: type,
            label: t(`type.${type}`),
          }))}
          onChange={type => change({ type })}
        />
        <FormControlLabel
          label={t('newField.required')}
          control={
            <Checkbox
              color="primary"
              checked={field.required}
              onChange={(_, required) => change({ required })}
            />
          }
        />
        <Button size="small" onClick={() => onChange(null)}>
          {t('newField.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
