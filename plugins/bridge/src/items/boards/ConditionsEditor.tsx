import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { useId } from 'react';
import { TextInput } from '../../components/TextInput';
import { itemsTranslationRef } from '../../translation/items';
import { EntityPicker } from '../../pickers/EntityPicker';
import { LongText } from '../../components/LongText';
import { ConditionDraft, NO_CONDITION } from './ballotConditions';

const MOST_CONDITIONS = 10;

const useStyles = makeStyles(theme => ({
  root: { width: '100%', margin: 0, padding: 0, border: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 190px 48px',
    gridTemplateAreas: '"text text text" "owner due remove"',
    alignItems: 'start',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) 48px',
      gridTemplateAreas: '"text text" "owner owner" "due remove"',
    },
  },
  text: { gridArea: 'text' },
  owner: { gridArea: 'owner' },
  due: { gridArea: 'due' },
  remove: { gridArea: 'remove' },
}));

interface ConditionsEditorProps {
  conditions: ConditionDraft[];
  /** What is wrong, by the path of the field. */
  errors: ReadonlyMap<string, string>;
  onChange(conditions: ConditionDraft[]): void;
}

/** What must be done, by whom and until when, for an approval to hold. @internal */
export function ConditionsEditor(props: ConditionsEditorProps) {
  const { conditions, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  return (
    <fieldset className={classes.root} aria-label={t('conditions.title')}>
      <ol className={classes.list}>
        {conditions.map((_, place) => (
          // A condition has no name of its own while it is written.
          // eslint-disable-next-line react/no-array-index-key
          <ConditionLine key={place} {...props} place={place} />
        ))}
      </ol>
      {conditions.length < MOST_CONDITIONS && (
        <Button
          size="small"
          color="primary"
          startIcon={<AddIcon />}
          onClick={() => onChange([...conditions, NO_CONDITION])}
        >
          {t('conditions.add')}
        </Button>
      )}
    </fieldset>
  );
}

function ConditionLine(props: ConditionsEditorProps & { place: number }) {
  const { conditions, errors, place, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const condition = conditions[place];
  const ownerId = useId();
  const errorOf = (field: string) => errors.get(`conditions.${place}.${field}`);
  const set = (change: Partial<ConditionDraft>) =>
    onChange(
      conditions.map((one, at) => (at === place ? { ...one, ...change } : one)),
    );
  const remove = () => onChange(conditions.filter((_, at) => at !== place));
  return (
    <li className={classes.line}>
      <div className={classes.text}>
        <LongText
          label={t('conditions.text', { number: String(place + 1) })}
          required
          value={condition.text}
          error={errorOf('text')}
          onChange={text => set({ text })}
        />
      </div>
      <div className={classes.owner}>
        <EntityPicker
          kind="user"
          id={ownerId}
          label={t('conditions.owner')}
          required
          refs={condition.owner ? [condition.owner] : []}
          error={Boolean(errorOf('owner'))}
          helperText={errorOf('owner')}
          onChange={([owner = '']) => set({ owner })}
        />
      </div>
      <div className={classes.due}>
        <TextInput
          type="date"
          label={t('conditions.due')}
          required
          value={condition.due}
          error={errorOf('due')}
          onChange={due => set({ due })}
        />
      </div>
      {conditions.length > 1 && (
        <IconButton
          className={classes.remove}
          aria-label={t('conditions.remove', { number: String(place + 1) })}
          onClick={remove}
        >
          <DeleteIcon />
        </IconButton>
      )}
    </li>
  );
}
