import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Choice } from '../components/Choice';
import { TextInput } from '../components/TextInput';
import { libraryTranslationRef } from '../translation/library';
import type { CaseValues } from './caseValues';
import { SystemsField } from './SystemsField';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2) },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 200px',
    alignItems: 'start',
    gap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
}));

const LANGUAGES = ['zh', 'en'] as const;

/** Title, systems and language of a case. @internal */
export function CaseFields(props: {
  values: CaseValues;
  errors: ReadonlyMap<string, string>;
  onChange(changes: Partial<CaseValues>): void;
}) {
  const { values, errors, onChange } = props;
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const systemError = [...errors].find(([path]) => path.startsWith('system'));
  return (
    <div className={classes.root}>
      <TextInput
        required
        label={t('form.title')}
        value={values.title}
        error={errors.get('title')}
        hint={t('form.titleHint')}
        onChange={title => onChange({ title })}
      />
      <div className={classes.row}>
        <SystemsField
          value={values.systems}
          error={systemError?.[1]}
          onChange={systems => onChange({ systems })}
        />
        <Choice
          label={t('form.language')}
          value={values.language}
          options={LANGUAGES.map(value => ({
            value,
            label: t(`language.${value}`),
          }))}
          error={errors.has('language')}
          helperText={errors.get('language')}
          onChange={language => onChange({ language })}
        />
      </div>
    </div>
  );
}
