import { LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { PlayStep, WorkflowPlay } from '@techbridge/plugin-bridge-common';
import { ComponentType, useState } from 'react';
import { useParams } from 'react-router-dom';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useLoad } from '../../api/useLoad';
import { useWorkflows } from '../../api/useWorkflows';
import type { FillInProps } from '../../components/FillInProps';
import { Choice } from '../../components/Choice';
import { Loaded } from '../../components/Loaded';
import { PageFrame } from '../../components/PageFrame';
import { useLanguage } from '../../components/useLanguage';
import { workflowVersionRouteRef } from '../../routes';
import { playTranslationRef } from '../../translation/play';
import { NextSteps } from './NextSteps';
import { PlayedSteps } from './PlayedSteps';
import { withStep } from './withStep';

const useStyles = makeStyles(theme => ({
  scenario: { maxWidth: 640, marginBottom: theme.spacing(2) },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
}));

/** What is played; undefined while the scenarios are not known yet. */
interface Played {
  scenario: number;
  data: WorkflowPlay['scenarios'][number]['data'];
  steps: PlayStep[];
}

interface Drawing {
  /** Draws the form of an action. */
  FillIn: ComponentType<FillInProps>;
}

/** A version of a workflow, played through step by step. @internal */
export function PlayPage(props: Drawing) {
  const { id = '', version = '' } = useParams();
  const { t } = useTranslationRef(playTranslationRef);
  const language = useLanguage();
  const back = useRouteRef(workflowVersionRouteRef)({ id, version });
  const workflow = useWorkflows()?.byId.get(id)?.title[language] ?? t('some');
  return (
    <PageFrame
      title={t('title', { workflow, version })}
      subtitle={t('subtitle')}
      actions={
        <LinkButton to={back} variant="outlined" size="small">
          {t('back')}
        </LinkButton>
      }
    >
      <Content {...props} id={id} version={Number(version)} />
    </PageFrame>
  );
}

function Content(props: Drawing & { id: string; version: number }) {
  const { id, version, FillIn } = props;
  const { t } = useTranslationRef(playTranslationRef);
  const [played, setPlayed] = useState<Played>();
  const load = usePlay(id, version, played);
  return (
    <Loaded load={load} loading={t('loading')} failed={t('error')}>
      {play => (
        <Stage
          FillIn={FillIn}
          play={play}
          played={played ?? beginWith(play, 0)}
          onPlay={setPlayed}
        />
      )}
    </Loaded>
  );
}

// The first scenario is shown as soon as it is known which there are.
function usePlay(id: string, version: number, played?: Played) {
  const api = useApi(bridgeApiRef);
  return useLoad(async () => {
    const ask = ({ data, steps }: Omit<Played, 'scenario'>) =>
      api.playWorkflow(id, { version, data, steps });
    if (played) {
      return ask(played);
    }
    const empty = await ask({ data: {}, steps: [] });
    return empty.scenarios.length > 0 ? ask(beginWith(empty, 0)) : empty;
  }, [api, id, version, played]);
}

function beginWith({ scenarios }: WorkflowPlay, scenario: number): Played {
  const { data = {}, steps = [] } = scenarios[scenario] ?? {};
  return { scenario, data, steps };
}

function Stage(
  props: Drawing & {
    play: WorkflowPlay;
    played: Played;
    onPlay(played: Played): void;
  },
) {
  const { play, played, onPlay, FillIn } = props;
  const { t } = useTranslationRef(playTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const names = play.scenarios.map(({ name }) => name[language]);
  return (
    <div className={classes.columns}>
      <PlayedSteps
        play={play}
        onBackTo={number =>
          onPlay({ ...played, steps: played.steps.slice(0, number) })
        }
      >
        <div className={classes.scenario}>
          <Choice
            label={t('scenario')}
            value={String(played.scenario)}
            options={names.map((label, place) => ({
              value: String(place),
              label,
            }))}
            onChange={value => onPlay(beginWith(play, Number(value)))}
          />
        </div>
      </PlayedSteps>
      <NextSteps
        FillIn={FillIn}
        play={play}
        onStep={step =>
          onPlay({ ...played, steps: withStep(played.steps, step) })
        }
      />
    </div>
  );
}
