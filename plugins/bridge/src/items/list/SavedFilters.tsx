import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import DialogContentText from '@material-ui/core/DialogContentText';
import { makeStyles } from '@material-ui/core/styles';
import type { SavedFilter } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import {
  SavedFilters as Saved,
  useSavedFilters,
} from '../../api/useSavedFilters';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { TextInput } from '../../components/TextInput';
import { ToggleChip } from '../../components/ToggleChip';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { listsTranslationRef } from '../../translation/lists';
import { termsTranslationRef } from '../../translation/terms';
import { addressOf, filtersOf, ItemFilters } from './useItemFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(0, 0, 2),
    '&:empty': { display: 'none' },
  },
}));

type Opened = 'save' | 'delete';

/** The filters that the reader has saved, and what is asked for now. @internal */
export function SavedFilters(props: {
  filters: ItemFilters;
  onChange(changes: Partial<ItemFilters>): void;
}) {
  const { filters, onChange } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const saved = useSavedFilters();
  const [opened, setOpened] = useState<Opened>();
  const address = addressOf(filters);
  const chosen = saved.list.find(one => isSame(one.address, address));
  const close = () => setOpened(undefined);
  return (
    <div
      className={useStyles().root}
      role="group"
      aria-label={t('filters.label')}
    >
      {saved.list.map(({ id, name, address: own }) => (
        <ToggleChip
          key={id}
          label={name}
          pressed={id === chosen?.id}
          onClick={() => onChange(filtersOf(own))}
        />
      ))}
      {!chosen && Object.keys(address).length > 0 && (
        <Button size="small" onClick={() => setOpened('save')}>
          {t('filters.save')}
        </Button>
      )}
      {chosen && (
        <Button size="small" onClick={() => setOpened('delete')}>
          {t('filters.delete', { name: chosen.name })}
        </Button>
      )}
      {opened === 'save' && (
        <SaveDialog filters={filters} saved={saved} onClose={close} />
      )}
      {opened === 'delete' && chosen && (
        <DeleteDialog filter={chosen} saved={saved} onClose={close} />
      )}
    </div>
  );
}

function isSame(one: object, other: object): boolean {
  const inOrder = (address: object) =>
    JSON.stringify(Object.entries(address).sort());
  return inOrder(one) === inOrder(other);
}

function SaveDialog(props: {
  filters: ItemFilters;
  saved: Saved;
  onClose(): void;
}) {
  const { filters, saved, onClose } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const [name, setName] = useState('');
  const { busy, error, submit } = useSubmit(async () => {
    await saved.save({ name, address: addressOf(filters) });
    onClose();
  }, asBridgeError);
  return (
    <FormDialog
      title={t('filters.saveTitle')}
      error={error}
      fields={['name']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons verb={term('save')} busy={busy} onClose={onClose} />
      }
    >
      <DialogContentText>{t('filters.saveHint')}</DialogContentText>
      <TextInput
        label={t('filters.name')}
        required
        value={name}
        error={fieldSentences(error, language).get('name')}
        onChange={setName}
      />
    </FormDialog>
  );
}

function DeleteDialog(props: {
  filter: SavedFilter;
  saved: Saved;
  onClose(): void;
}) {
  const { filter, saved, onClose } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const { busy, error, submit } = useSubmit(async () => {
    await saved.remove(filter.id);
    onClose();
  }, asBridgeError);
  return (
    <ConfirmDialog
      title={t('filters.deleteTitle')}
      text={t('filters.deleteHint', { name: filter.name })}
      confirm={t('filters.deleteConfirm')}
      busy={busy}
      error={error}
      onConfirm={submit}
      onClose={onClose}
    />
  );
}
