import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import RemoveIcon from '@material-ui/icons/Close';
import { mutedText } from '../components/mutedText';
import { TextInput } from '../components/TextInput';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import type { ModuleValues, SystemFieldsProps } from './systemValues';

const useStyles = makeStyles(theme => ({
  root: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { fontSize: 13, color: mutedText(theme), padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr 1fr auto',
    alignItems: 'start',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '1fr auto',
      '& > :nth-child(2), & > :nth-child(3)': { gridColumn: 1 },
      '& > :last-child': { gridColumn: 2, gridRow: 1 },
    },
  },
  add: { marginTop: theme.spacing(1) },
}));

/** The modules of a system, one a row. @internal */
export function ModuleFields(props: SystemFieldsProps) {
  const { values, errors, onChange } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  const { modules } = values;
  const add = () => {
    const key = Math.max(-1, ...modules.map(module => module.key)) + 1;
    onChange({ modules: [...modules, { key, id: '', en: '', zh: '' }] });
  };
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{term('field.modules')}</legend>
      {modules.map((module, index) => (
        <ModuleRow
          key={module.key}
          module={module}
          index={index}
          errors={errors}
          onChange={changed =>
            onChange({
              modules: modules.map(other =>
                other === module ? changed : other,
              ),
            })
          }
          onRemove={() =>
            onChange({ modules: modules.filter(other => other !== module) })
          }
        />
      ))}
      <Button
        size="small"
        className={classes.add}
        startIcon={<AddIcon />}
        onClick={add}
      >
        {t('form.addModule')}
      </Button>
      {errors.has('modules') && (
        <FormHelperText error>{errors.get('modules')}</FormHelperText>
      )}
    </fieldset>
  );
}

function ModuleRow(props: {
  module: ModuleValues;
  index: number;
  errors: ReadonlyMap<string, string>;
  onChange(module: ModuleValues): void;
  onRemove(): void;
}) {
  const { module, index, errors, onChange, onRemove } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const number = String(index + 1);
  const field = (path: string) => errors.get(`modules.${index}.${path}`);
  return (
    <div className={useStyles().row}>
      <TextInput
        size="small"
        label={t('form.moduleId', { number })}
        value={module.id}
        error={field('id')}
        onChange={id => onChange({ ...module, id })}
      />
      <TextInput
        size="small"
        label={t('form.moduleZh', { number })}
        value={module.zh}
        error={field('title.zh')}
        onChange={zh => onChange({ ...module, zh })}
      />
      <TextInput
        size="small"
        label={t('form.moduleEn', { number })}
        value={module.en}
        error={field('title.en')}
        onChange={en => onChange({ ...module, en })}
      />
      <IconButton
        size="small"
        aria-label={t('form.removeModule', { module: module.id || number })}
        onClick={onRemove}
      >
        <RemoveIcon fontSize="small" />
      </IconButton>
    </div>
  );
}
