import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { AgendaEntry, Meeting } from '@techbridge/plugin-bridge-common';
import { useCall } from '../../api/useCall';
import { useTitles } from '../../api/useTitles';
import { CardError } from '../../components/CardError';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { meetingsTranslationRef } from '../../translation/meetings';
import type { MeetingProps } from '../MeetingProps';
import { useMeetingCommand } from '../useMeetingCommand';
import { EntryCard } from './EntryCard';
import { startsOf } from './startsOf';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  muted: { color: mutedText(theme) },
}));

/** What a meeting talks about, in its order. @internal */
export function AgendaPanel(props: MeetingProps) {
  const { meeting, onRefused } = props;
  const { agenda, hidden, more } = meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const command = useMeetingCommand(props);
  const titleOf = useTitles(peopleOf(meeting));
  const starts = startsOf(meeting);
  return (
    <Panel title={t('agenda.title', { number: String(agenda.length) })}>
      {command.error && <CardError error={command.error} />}
      {agenda.length === 0 && (
        <Typography variant="body2" className={classes.muted}>
          {t('agenda.empty')}
        </Typography>
      )}
      <ol className={classes.list} aria-label={t('agenda.list')}>
        {agenda.map((entry, place) => (
          <EntryCard
            key={entry.item.key}
            {...props}
            entry={entry}
            place={place}
            startsAt={starts[place]}
            titleOf={titleOf}
            run={command.run}
          />
        ))}
      </ol>
      {agenda.map(({ item }) => (
        <ItemCall key={item.key} itemKey={item.key} wake={onRefused} />
      ))}
      {hidden > 0 && (
        <Typography variant="body2" className={classes.muted}>
          {t('agenda.hidden', { count: hidden })}
        </Typography>
      )}
      {more > 0 && (
        <Typography variant="body2" className={classes.muted}>
          {t('agenda.more', { count: more })}
        </Typography>
      )}
    </Panel>
  );
}

/** Votes are told of by their item, not by the meeting. */
function ItemCall(props: { itemKey: string; wake: () => void }) {
  useCall(`bridge:item:${props.itemKey}`, props.wake);
  return null;
}

function peopleOf({ agenda }: Meeting): string[] {
  return agenda.flatMap(peopleIn);
}

function peopleIn({ presenter, boards, conclusion }: AgendaEntry): string[] {
  const ended = conclusion?.boards ?? [];
  return [
    ...(presenter ? [presenter] : []),
    ...[...boards, ...ended].flatMap(({ recused }) =>
      recused.map(({ user }) => user),
    ),
    ...boards.flatMap(({ onBehalfOf }) => onBehalfOf.map(({ user }) => user)),
    ...ended.flatMap(({ conditions }) => conditions.map(({ owner }) => owner)),
  ];
}
