import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import type { WidgetProps } from '@rjsf/utils';
import { ChangeEvent, useRef, useState } from 'react';
import { itemsTranslationRef } from '../../translation/items';
import { isPicture } from '../facts/values';
import { Picture } from '../Picture';
import { smallPicture } from './smallPicture';
import { noteOf } from './textWidgets';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0),
  },
}));

const MOST = 400_000;

/** A picture from the camera or the disk, made small enough to send. @internal */
export function PictureWidget(props: WidgetProps) {
  const { id, label, required, value, schema, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const [wrong, setWrong] = useState(false);
  const { error, helperText } = noteOf(props);
  const noteId = `${id}__note`;
  const note = wrong ? t('form.pictureWrong') : helperText;
  const take = async (file: File) => {
    const picture = await smallPicture(file, schema.maxLength ?? MOST);
    setWrong(!picture);
    if (picture) {
      onChange(picture);
    }
  };
  return (
    <FormControl
      component="fieldset"
      required={required}
      error={error || wrong}
      aria-describedby={note ? noteId : undefined}
    >
      <FormLabel component="legend">{label}</FormLabel>
      {typeof value === 'string' && isPicture(value) && (
        <Picture source={value} />
      )}
      <PictureButtons
        id={id}
        chosen={Boolean(value)}
        onTake={take}
        onRemove={() => onChange(undefined)}
      />
      {note && <FormHelperText id={noteId}>{note}</FormHelperText>}
    </FormControl>
  );
}

function PictureButtons(props: {
  id: string;
  chosen: boolean;
  onTake(file: File): Promise<void>;
  onRemove(): void;
}) {
  const { id, chosen, onTake, onRemove } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) {
      void onTake(file);
    }
    // The same file may be chosen again after it was removed.
    target.value = '';
  };
  return (
    <div className={useStyles().actions}>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        onChange={change}
      />
      <Button id={id} variant="outlined" onClick={() => input.current?.click()}>
        {chosen ? t('form.pictureOther') : t('form.picture')}
      </Button>
      {chosen && <Button onClick={onRemove}>{t('form.remove')}</Button>}
    </div>
  );
}
