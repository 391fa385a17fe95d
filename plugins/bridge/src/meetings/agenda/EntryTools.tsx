import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import DownIcon from '@material-ui/icons/ArrowDownward';
import UpIcon from '@material-ui/icons/ArrowUpward';
import RemoveIcon from '@material-ui/icons/Close';
import TimeIcon from '@material-ui/icons/Schedule';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { GuardedIconButton } from '../../components/GuardedIconButton';
import { meetingsTranslationRef } from '../../translation/meetings';
import type { EntryProps } from './EntryProps';

const EntryDialog = lazy(() =>
  import('./EntryDialog').then(form => ({ default: form.EntryDialog })),
);

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', gap: theme.spacing(0.5) },
}));

/** What those who lead a meeting can do with an entry of its agenda. @internal */
export function EntryTools(props: EntryProps) {
  const { meeting, entry, place, run } = props;
  const { key } = entry.item;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const [setting, setSetting] = useState(false);
  const isLast = place === meeting.agenda.length - 1;
  const of = { item: key };
  const keepFocus = useKeptFocus(place);
  const move = (to: number) => {
    keepFocus();
    run((api, id) => api.changeAgenda(id, { do: 'move', item: key, to }));
  };
  const remove = () =>
    run((api, id) => api.changeAgenda(id, { do: 'remove', item: key }));
  return (
    <div className={classes.root}>
      <GuardedIconButton
        label={t('agenda.up', of)}
        barred={place === 0 ? t('agenda.isFirst') : undefined}
        onClick={() => move(place - 1)}
      >
        <UpIcon fontSize="small" />
      </GuardedIconButton>
      <GuardedIconButton
        label={t('agenda.down', of)}
        barred={isLast ? t('agenda.isLast') : undefined}
        onClick={() => move(place + 1)}
      >
        <DownIcon fontSize="small" />
      </GuardedIconButton>
      <GuardedIconButton
        label={t('agenda.set', of)}
        onClick={() => setSetting(true)}
      >
        <TimeIcon fontSize="small" />
      </GuardedIconButton>
      <GuardedIconButton label={t('agenda.remove', of)} onClick={remove}>
        <RemoveIcon fontSize="small" />
      </GuardedIconButton>
      {setting && (
        <Suspense fallback={null}>
          <EntryDialog {...props} onClose={() => setSetting(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The browser drops the focus of what is moved to another place. */
function useKeptFocus(place: number): () => void {
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    if (pressed.current instanceof HTMLElement) {
      pressed.current.focus();
    }
    pressed.current = null;
  }, [place]);
  return () => {
    pressed.current = document.activeElement;
  };
}
