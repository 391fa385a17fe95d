import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useClock } from '../../api/useClock';
import { useTitles } from '../../api/useTitles';
import { formatMoment } from '../../components/formatTime';
import { later } from '../../components/later';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { votersTranslationRef } from '../../translation/voters';
import type { BoardProps } from './BoardProps';

const VotersDialog = later(
  async () => (await import('./VotersDialog')).VotersDialog,
);

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  when: { color: mutedText(theme), fontSize: 13.5 },
}));

/** Who was added and removed while it voted, and the way to do so. @internal */
export function VoterChanges(props: BoardProps) {
  const { mayChangeVoters, changes = [] } = props.board;
  const { t } = useTranslationRef(votersTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const titleOf = useTitles(changes.flatMap(({ voter, by }) => [voter, by]));
  const [open, setOpen] = useState(false);
  return (
    <div>
      {changes.length > 0 && (
        <ul className={classes.list} aria-label={t('title')}>
          {changes.map(({ voter, change, by, at, reason }) => (
            <li key={`${voter} ${at} ${change}`}>
              {t(change === 'add' ? 'added' : 'removed', {
                person: titleOf(by),
                member: titleOf(voter),
                reason,
              })}{' '}
              <span className={classes.when}>
                {formatMoment(at, language, zone)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayChangeVoters && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('open')}
        </Button>
      )}
      {open && <VotersDialog {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}
