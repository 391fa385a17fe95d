import {
  Case,
  Delegation,
  Item,
  SavedFilter,
  System,
  VersionStep,
  Workflow,
  WorkflowPlay,
  WorkflowSetting,
  WorkflowSettings,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';
import fc from 'fast-check';
import { attachmentRequests } from './attachmentRequests';
import { followingRequests } from './followingRequests';
import { meetingRequests } from './meetingRequests';
import { migrationRequests } from './migrationRequests';
import { JsonSchema } from './SchemaValues';
import { Knowledge, Recipe, Uses, usesOf, words } from './usesOf';

function pick(values: unknown[], place: number): unknown {
  return values[place % values.length];
}

const formOf = ({ values }: Knowledge, schema: JsonSchema | undefined) =>
  schema ? values.fitting(schema) : fc.constant({});

const creations: Uses<Workflow> = ({ id, start }, knowledge) => [
  formOf(knowledge, start.form?.schema).map(data => ({
    body: { workflow: id, data },
  })),
];

const actions: Uses<Item> = ({ key, rev, actions: verbs }, knowledge) =>
  verbs
    .filter(verb => verb.allowed)
    .map(({ id, form, comment }) =>
      fc.tuple(formOf(knowledge, form?.schema), words).map(([data, said]) => ({
        path: { key, action: id },
        body: {
          rev,
          ...(form && { data }),
          ...(comment !== 'none' && { comment: said }),
        },
      })),
    );

const votes: Uses<Item> = ({ key, boards }) =>
  boards
    .filter(board => board.allowed)
    .flatMap(board =>
      board.choices.map(choice =>
        words.map(reason => ({
          path: { key },
          body: { board: board.id, choice, reason },
        })),
      ),
    );

const recusals: Uses<Item> = ({ key, boards }) =>
  boards
    .filter(board => board.mayRecuse)
    .map(({ id }) =>
      words.map(reason => ({ path: { key }, body: { board: id, reason } })),
    );

// Few who read an item are the chair of its board, so that the chair is asked.
// Whom a board may lose is for its quorum to say; an added person may go again.
const voters: Uses<Item> = ({ key, boards }, { memory }) =>
  boards
    .filter(({ state }) => state === 'open')
    .flatMap(({ id, electorate, recused, changes = [] }) => {
      const out = recused.map(({ user }) => user);
      const chair = electorate.find(
        seat => seat.chair && !out.includes(seat.user),
      );
      const seats = [...electorate.map(({ user }) => user), ...out];
      const others = memory
        .givenOf('people')
        .filter(person => !seats.includes(String(person)));
      const change = (what: string) => (voter: unknown) =>
        words.map(reason => ({
          ...{ path: { key }, caller: chair?.user },
          body: { board: id, voter, change: what, reason },
        }));
      return chair
        ? [
            ...others.map(change('add')),
            ...changes.map(({ voter }) => change('remove')(voter)),
          ]
        : [];
    });

const handOvers: Uses<Item> = ({ key, stuck, assignees }, { memory }) =>
  stuck?.reason === 'left'
    ? memory.givenOf('people').map(to =>
        words.map(reason => ({
          path: { key },
          body: { from: assignees[0], to, reason },
        })),
      )
    : [];

const conditions: Uses<Item> = ({ key, conditions: imposed }) =>
  imposed
    .filter(condition => condition.allowed)
    .map(({ id, met }) =>
      fc.constant({ path: { key, condition: id }, body: { met: !met } }),
    );

const rewrites: Uses<Case> = ({ id, title, systems, revision, mayEdit }) =>
  mayEdit
    ? [
        words.map(body => ({
          path: { id },
          body: { title, systems, revision, body, language: 'zh' },
        })),
      ]
    : [];

const absences: Uses<Delegation> = ({ id, mayEnd }) =>
  mayEnd ? [fc.constant({ path: { id } })] : [];

const ownFilters: Uses<SavedFilter> = ({ id }) => [
  fc.constant({ path: { id } }),
];

/** Another value of the kind that a setting has. */
function otherValue(setting: WorkflowSetting): fc.Arbitrary<unknown> {
  const { kind, options = [], minimum = 1, maximum = 100 } = setting;
  if (kind === 'text') {
    return words.map(text => ({ en: text, zh: text }));
  }
  if (kind === 'choice') {
    return fc.constantFrom(...options.map(({ value }) => value));
  }
  if (kind === 'choices') {
    const values = options.map(({ value }) => value);
    return fc.subarray(values, { minLength: 1 });
  }
  if (kind === 'duration') {
    return fc.constantFrom('P1D', 'P3D', 'P10D', 'PT8H');
  }
  return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
}

function isPlain({ kind, options }: WorkflowSetting): boolean {
  const easy = ['number', 'percent', 'duration', 'text'].includes(kind);
  const isChosen = kind === 'choice' || kind === 'choices';
  return easy || (isChosen && (options ?? []).length > 0);
}

const changesOf = ({ settings }: WorkflowSettings) =>
  settings
    .filter(isPlain)
    .map(setting =>
      otherValue(setting).map(value => [{ path: setting.path, value }]),
    );

const edits: Uses<WorkflowSettings> = settings =>
  changesOf(settings).map(made =>
    made.map(changes => ({ path: { id: settings.id }, body: { changes } })),
  );

const redrafts: Uses<WorkflowVersionDetail> = (detail, { memory }, path) => {
  const { hash, mayEdit } = detail;
  return memory
    .shown('WorkflowSettings')
    .map(({ value }) => value as unknown as WorkflowSettings)
    .filter(({ id }) => mayEdit && id === path.id)
    .flatMap(changesOf)
    .map(made =>
      made.map(changes => ({
        path: { id: path.id, version: detail.version },
        body: { hash, edit: { changes } },
      })),
    );
};

const withStep = (step: VersionStep): Recipe =>
  usesOf<WorkflowVersionDetail>('WorkflowVersionDetail', (detail, _, path) => {
    const { version, hash, steps, status } = detail;
    // Few are given up, so that some get as far as being published.
    const isWanted =
      step !== 'discard' || (status === 'draft' && version % 2 === 0);
    const isOffered =
      isWanted && steps.some(({ id, allowed }) => id === step && allowed);
    const body = { hash, ...(step === 'publish' && { version }) };
    return isOffered
      ? [fc.constant({ path: { id: path.id, version }, body })]
      : [];
  });

const files: Uses<WorkflowVersionDetail> = ({ yaml }, _, path) => [
  fc.constant({ path: { id: path.id }, body: { yaml } }),
];

const plays: Uses<WorkflowPlay> = ({ scenarios }, _, path) =>
  scenarios.map(({ data, steps }) =>
    fc.constant({ path: { id: path.id }, body: { data, steps } }),
  );

const TERM = { from: '2020-01-01', until: '2999-12-31' };

const appointments: Recipe = ({ memory }) =>
  fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([first, second, third]) => ({
    path: {
      name: pick(memory.valuesOf('System.name'), first),
      user: pick(memory.givenOf('people'), second),
    },
    body: {
      ...{ role: 'member', ...TERM },
      department: pick(memory.givenOf('groups'), third),
    },
  }));

const updates: Uses<System> = ({ name, source, owners, title, ...facts }) => {
  const { aliases, criticality, lifecycle, modules } = facts;
  const body = { title, aliases, criticality, lifecycle, modules };
  return source === 'bridge'
    ? [fc.constant({ path: { name }, body: { ...body, it: owners.it.ref } })]
    : [];
};

const links: Recipe = ({ memory }) =>
  fc.tuple(fc.nat(), fc.nat()).map(([first, second]) => {
    const keys = memory.valuesOf('key');
    const body = { type: 'relatesTo', key: pick(keys, second) };
    return { path: { key: pick(keys, first) }, body };
  });

const dismissals: Uses<System> = ({ name, owners }) =>
  owners.business.map(({ user }) => fc.constant({ path: { name, user } }));

const documents: Uses<Case> = ({ id, publishedRevision }) =>
  publishedRevision === null
    ? []
    : [fc.constant({ path: { id }, caller: 'service' })];

// Whoever looks at it may find that it is theirs to publish.
const reviews: Uses<WorkflowVersionDetail> = (detail, _, path) => {
  const { version, status } = detail;
  const known = { path: { id: path.id, version }, caller: undefined };
  return status === 'inReview' ? [fc.constant(known)] : [];
};

/** What it takes to be answered, where values that fit are not enough. */
export const knowingRequests: { [operation: string]: Recipe } = {
  createItem: usesOf('Workflow', creations),
  act: usesOf('Item', actions),
  castBallot: usesOf('Item', votes),
  declareRecusal: usesOf('Item', recusals),
  changeVoters: usesOf('Item', voters),
  handOver: usesOf('Item', handOvers),
  reportCondition: usesOf('Item', conditions),
  updateCase: usesOf('Case', rewrites),
  getCaseDocuments: usesOf('Case', documents),
  catalogProjection: () => fc.constant({ caller: 'service' }),
  updateSystem: usesOf('System', updates),
  appointSuperUser: appointments,
  linkItem: links,
  endAppointment: usesOf('System', dismissals),
  deleteFilter: usesOf('SavedFilter', ownFilters),
  endDelegation: usesOf('Delegation', absences),
  previewWorkflow: usesOf('WorkflowSettings', edits),
  createWorkflowVersion: usesOf('WorkflowSettings', edits),
  getWorkflowVersion: usesOf('WorkflowVersionDetail', reviews),
  editWorkflowVersion: usesOf('WorkflowVersionDetail', redrafts),
  submitWorkflowVersion: withStep('submit'),
  returnWorkflowVersion: withStep('return'),
  discardWorkflowVersion: withStep('discard'),
  publishWorkflow: withStep('publish'),
  validateWorkflow: usesOf('WorkflowVersionDetail', files),
  ...meetingRequests,
  ...migrationRequests,
  ...attachmentRequests,
  ...followingRequests,
  playWorkflow: usesOf('WorkflowPlay', plays),
};
