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
  RJSFSchema,
  TranslatableString,
} from '@rjsf/utils';
import { useEffect, useRef } from 'react';

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
  // A row: its fields beside each other, as far as there is room.
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'start',
  },
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
  // What a row is called is said by the list around it.
  const isRow = isEntry(idSchema.$id);
  const fields = (
    <div className={isRow ? classes.row : classes.fields}>
      {properties.map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
    </div>
  );
  if (isRow || idSchema.$id === 'root') {
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

/** Whether rjsf calls something by a place in a list. */
function isEntry(id: string): boolean {
  return /_\d+$/.test(id);
}

/**
 * A list that grows entry by entry; an entry of several fields is a row. Who
 * adds one goes on in it, who takes one out goes on at the button.
 *
 * @internal
 */
export function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { required, items, canAdd, onAddClick, registry, schema } = props;
  const { title = props.title } = getUiOptions(props.uiSchema);
  const classes = useStyles();
  const { list, goTo } = useFocus(items.length);
  const isOfRows = (schema.items as RJSFSchema | undefined)?.type === 'object';
  return (
    <fieldset className={classes.group} id={props.idSchema.$id} ref={list}>
      <legend className={classes.legend}>
        {required ? `${title} *` : title}
      </legend>
      <div className={classes.fields}>
        {items.map(({ key, ...item }) => (
          <Entry
            key={key}
            {...item}
            name={isOfRows ? `${title} ${item.index + 1}` : undefined}
            onRemoved={() => goTo('button')}
          />
        ))}
        {canAdd && (
          <Button
            size="small"
            className={classes.add}
            startIcon={<AddIcon />}
            onClick={event => {
              goTo('entry');
              onAddClick(event);
            }}
          >
            {registry.translateString(TranslatableString.AddItemButton)}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Where somebody goes on once the number of entries has changed. */
function useFocus(entries: number) {
  const list = useRef<HTMLFieldSetElement>(null);
  const next = useRef<'entry' | 'button'>();
  useEffect(() => {
    const found = list.current?.querySelectorAll<HTMLElement>(
      next.current === 'entry' ? '[data-entry]' : ':scope > div > button',
    );
    const last = found?.[found.length - 1];
    if (next.current === 'entry') {
      last?.querySelector<HTMLElement>('input, textarea')?.focus();
    } else if (next.current) {
      last?.focus();
    }
    next.current = undefined;
  }, [entries]);
  const goTo = (place: 'entry' | 'button') => {
    next.current = place;
  };
  return { list, goTo };
}

function Entry(
  item: Omit<ArrayFieldTemplateItemType, 'key'> & {
    name?: string;
    onRemoved(): void;
  },
) {
  const { children, index, hasRemove, onDropIndexClick, registry } = item;
  const { name, onRemoved } = item;
  const remove = registry.translateString(TranslatableString.RemoveButton);
  const group = name ? { role: 'group', 'aria-label': name } : {};
  return (
    <div className={useStyles().entry} data-entry {...group}>
      <div>{children}</div>
      {hasRemove && (
        <IconButton
          aria-label={`${remove} ${index + 1}`}
          onClick={event => {
            onRemoved();
            onDropIndexClick(index)(event);
          }}
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
