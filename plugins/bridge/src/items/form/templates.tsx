import Button from '@material-ui/core/Button';
import FormControl from '@material-ui/core/FormControl';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import RemoveIcon from '@material-ui/icons/Clear';
import {
  ArrayFieldTemplateItemType,
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  getUiOptions,
  ObjectFieldTemplateProps,
  TranslatableString,
} from '@rjsf/utils';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2.5),
  },
  group: {
    margin: 0,
    padding: theme.spacing(1.5, 2, 2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
  legend: { fontWeight: 600, fontSize: 14, padding: theme.spacing(0, 0.5) },
  entry: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    '& > :first-child': { flex: 1, minWidth: 0 },
  },
  add: { alignSelf: 'flex-start' },
}));

/** The fields of a form below each other, or a group of them. @internal */
export function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { properties, uiSchema, idSchema } = props;
  const classes = useStyles();
  const fields = (
    <div className={classes.fields}>
      {properties.map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
    </div>
  );
  if (idSchema.$id === 'root') {
    return fields;
  }
  const { title, help } = getUiOptions(uiSchema);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      {help && (
        <Typography variant="body2" gutterBottom>
          {help}
        </Typography>
      )}
      {fields}
    </fieldset>
  );
}

/** A list that grows entry by entry. @internal */
export function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { required, items, canAdd, onAddClick, registry } = props;
  const { title = props.title } = getUiOptions(props.uiSchema);
  const classes = useStyles();
  return (
    <fieldset className={classes.group} id={props.idSchema.$id}>
      <legend className={classes.legend}>
        {required ? `${title} *` : title}
      </legend>
      <div className={classes.fields}>
        {items.map(({ key, ...item }) => (
          <Entry key={key} {...item} />
        ))}
        {canAdd && (
          <Button
            size="small"
            className={classes.add}
            startIcon={<AddIcon />}
            onClick={onAddClick}
          >
            {registry.translateString(TranslatableString.AddItemButton)}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Entry(item: Omit<ArrayFieldTemplateItemType, 'key'>) {
  const { children, index, hasRemove, onDropIndexClick, registry } = item;
  const remove = registry.translateString(TranslatableString.RemoveButton);
  return (
    <div className={useStyles().entry}>
      <div>{children}</div>
      {hasRemove && (
        <IconButton
          aria-label={`${remove} ${index + 1}`}
          onClick={onDropIndexClick(index)}
        >
          <RemoveIcon fontSize="small" />
        </IconButton>
      )}
    </div>
  );
}

/** A field; widgets of ours say themselves what is wrong. @internal */
export function FieldTemplate(props: FieldTemplateProps) {
  const { children, hidden, schema, uiSchema, rawErrors = [] } = props;
  if (hidden) {
    return <div hidden>{children}</div>;
  }
  const isDrawnByRjsf =
    ['array', 'boolean'].includes(String(schema.type)) &&
    !getUiOptions(uiSchema).widget;
  if (!isDrawnByRjsf) {
    return <>{children}</>;
  }
  return (
    <FormControl fullWidth error={rawErrors.length > 0}>
      {children}
      {props.errors}
      {props.help}
    </FormControl>
  );
}
