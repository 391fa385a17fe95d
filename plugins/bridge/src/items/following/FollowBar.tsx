import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { Item } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useTitles } from '../../api/useTitles';
import { errorSentence } from '../../components/errorSentence';
import { GuardedButton } from '../../components/GuardedButton';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { followingTranslationRef } from '../../translation/following';
import { later } from '../../components/later';
import { PrivacyButton } from './PrivacyButton';

const SupportDialog = later(
  async () => (await import('./SupportDialog')).SupportDialog,
);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
    '& .MuiButton-root': { textTransform: 'none' },
  },
  muted: { color: mutedText(theme), fontSize: 13.5 },
}));

/** Who supports and who watches an item, and doing so oneself. @internal */
export function FollowBar(props: { item: Item; onChanged(item: Item): void }) {
  const { item, onChanged } = props;
  const { support, watch } = item;
  const { t } = useTranslationRef(followingTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const titleOf = useTitles(support.recordedBy ? [support.recordedBy] : []);
  return (
    <div role="group" aria-label={t('label')} className={classes.root}>
      <SupportButton {...props} />
      <WatchButton {...props} />
      {watch.count > 0 && (
        <span className={classes.muted}>
          {t('watchers', { count: watch.count })}
        </span>
      )}
      {support.recordedBy && (
        <span className={classes.muted}>
          {t('recordedBy', { person: titleOf(support.recordedBy) })}
        </span>
      )}
      {support.forOthers && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('forOther')}
        </Button>
      )}
      <PrivacyButton {...props} />
      {open && (
        <SupportDialog
          item={item}
          onChanged={onChanged}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function SupportButton(props: { item: Item; onChanged(item: Item): void }) {
  const { item, onChanged } = props;
  const { count, mine, allowed, why } = item.support;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(followingTranslationRef);
  const language = useLanguage();
  const words = t(mine ? 'supported' : 'support', { number: String(count) });
  const { busy, error, submit } = useSubmit(
    async () => onChanged(await api.supportItem(item.key, { withdraw: mine })),
    asBridgeError,
  );
  if (!allowed) {
    return (
      <GuardedButton
        size="small"
        variant="outlined"
        barred={why?.[language]}
        onClick={() => undefined}
      >
        {words}
      </GuardedButton>
    );
  }
  return (
    <>
      <Button
        size="small"
        color={mine ? 'primary' : 'default'}
        variant={mine ? 'contained' : 'outlined'}
        aria-pressed={mine}
        title={t(mine ? 'withdrawHint' : 'supportHint')}
        aria-disabled={busy}
        onClick={submit}
      >
        {words}
      </Button>
      {error && (
        <Alert severity="error">{errorSentence(error, language)}</Alert>
      )}
    </>
  );
}

function WatchButton(props: { item: Item; onChanged(item: Item): void }) {
  const { item, onChanged } = props;
  const { on } = item.watch;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(followingTranslationRef);
  const language = useLanguage();
  const { busy, error, submit } = useSubmit(
    async () => onChanged(await api.watchItem(item.key, !on)),
    asBridgeError,
  );
  return (
    <>
      <Button
        size="small"
        color={on ? 'primary' : 'default'}
        variant={on ? 'contained' : 'outlined'}
        aria-pressed={on}
        title={t(on ? 'unwatchHint' : 'watchHint')}
        aria-disabled={busy}
        onClick={submit}
      >
        {t(on ? 'watching' : 'watch')}
      </Button>
      {error && (
        <Alert severity="error">{errorSentence(error, language)}</Alert>
      )}
    </>
  );
}
