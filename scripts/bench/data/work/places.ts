import { WorkflowDefinition } from '@techbridge/bridge-workflow';
import { indexTokens } from '@techbridge/cjk-text';
import { Knex } from 'knex';
import { DefinitionStore } from '../../../../plugins/bridge-backend/src/workflow/DefinitionStore';

/** The field for a long text, and what else an item of a workflow says. */
const DATA: Partial<
  Record<string, { field: string; more: Record<string, string> }>
> = {
  feedback: { field: 'words', more: { impact: 'slow' } },
  proposal: { field: 'currentState', more: {} },
  requirement: { field: 'scope', more: { track: 'board' } },
  'case-review': { field: 'body', more: { type: 'case', language: 'zh' } },
};

/** A state that items stand in. @internal */
export interface Place {
  workflow: string;
  is_open: boolean;
  number: number;
  kind: string;
  prefix: string;
  state: string;
  phase: string | null;
  outcome: string | null;
  /** Who votes there. */
  board: string | null;
  text_field: string;
  more: string;
  tokens: string[];
}

/**
 * The states, of the workflows that items are generated of, that they stand in: choices are passed
 * at once, and of approvals only those with a single board.
 *
 * @internal
 */
export async function placesOf(knex: Knex): Promise<Place[]> {
  const workflows = await new DefinitionStore(knex).inForce();
  return workflows.flatMap(({ definition }) => {
    const places = Object.keys(definition.states).flatMap(state =>
      placeOf(definition, state),
    );
    return [true, false].flatMap(open =>
      places
        .filter(place => place.is_open === open)
        .map((place, number) => ({ ...place, number })),
    );
  });
}

function placeOf(
  definition: WorkflowDefinition,
  id: string,
): Omit<Place, 'number'>[] {
  const { subject, states } = definition;
  const state = states[id];
  const boards =
    state.type === 'approval' ? Object.keys(state.approval.boards) : [];
  const isKept =
    state.type === 'task' || state.type === 'end' || boards.length === 1;
  const generated = DATA[definition.id];
  if (!generated) {
    return [];
  }
  const { field, more } = generated;
  const texts = Object.values(more);
  const place = {
    workflow: definition.id,
    is_open: state.type !== 'end',
    kind: subject.kind,
    prefix: subject.keyPrefix,
    state: id,
    phase: state.phase ?? null,
    outcome: state.type === 'end' ? state.outcome : null,
    board: boards[0] ?? null,
    text_field: field,
    more: JSON.stringify(more),
    tokens: texts.flatMap(text => indexTokens(text)),
  };
  return isKept ? [place] : [];
}
