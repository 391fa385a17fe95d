import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { simulate, WorkflowDefinition } from '@techbridge/bridge-workflow';
import { PlayStep, WorkflowPlay } from '@techbridge/plugin-bridge-common';
import { DefinitionService } from '../DefinitionService';
import { presentTimer } from '../presentTimer';
import { presentState } from '../presentWorkflow';

/** What is played. @internal */
export interface Wished {
  version?: number;
  data: WorkflowPlay['scenarios'][number]['data'];
  steps: PlayStep[];
}

/**
 * Plays versions of workflows through, with invented people and a clock of
 * their own. Nothing is kept, and nobody is told.
 *
 * @internal
 */
export class PlayService {
  constructor(private readonly parts: { definitions: DefinitionService }) {}

  /**
   * Plays a version; without a number the one in force.
   *
   * @throws BridgeError `workflow-not-found`
   */
  async play(
    id: string,
    { version, data, steps }: Wished,
    caller: BackstageCredentials,
  ): Promise<WorkflowPlay> {
    const { definitions } = this.parts;
    await definitions.allowReading(caller);
    const stored = await (version === undefined
      ? definitions.inForce(id)
      : definitions.pinned(id, version));
    const { definition } = stored;
    const play = simulate(definition, data, steps);
    const { state = definition.initial } = play.steps.at(-1) ?? {};
    return {
      ...{ version: stored.version, failure: play.failure ?? null },
      steps: play.steps.map(step => presentStep(definition, step)),
      actions: play.actions.map(({ data: answers, ...action }) => ({
        ...action,
        data: answers as Wished['data'],
      })),
      ...{ boards: play.boards, conditions: play.conditions },
      events: play.events,
      timers: play.timers.map(({ timer, fireAt }) => ({
        ...presentTimer(definition, { state, timer }),
        fireAt,
      })),
      scenarios: definition.scenarios.map(({ name, ...others }) => ({
        name,
        data: others.data as Wished['data'],
        steps: others.steps as PlayStep[],
      })),
    };
  }
}

function presentStep(
  definition: WorkflowDefinition,
  { fired, state, ...step }: ReturnType<typeof simulate>['steps'][number],
): WorkflowPlay['steps'][number] {
  return {
    ...step,
    state: presentState(definition, state),
    fired: fired.map(({ timer, from, state: to, at }) => ({
      ...presentTimer(definition, { state: from, timer }),
      state: definition.states[to].label,
      at,
    })),
  };
}
