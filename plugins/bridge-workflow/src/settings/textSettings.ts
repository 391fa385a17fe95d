import { Label, WorkflowDefinition } from '../definition';
import { boardsIn, statePath } from '../lint/traverse';
import { usesOf } from './formSettings';
import { Setting } from './Setting';
import { SETTING_TEXTS } from './settingTexts';

/** What people read: names and hints, in both languages. @internal */
export function textSettings(definition: WorkflowDefinition): Setting[] {
  const { title } = definition;
  return [
    text('metadata.title', SETTING_TEXTS.title, [], title),
    ...stateTexts(definition),
    ...boardsIn(definition).map(({ path, board, stateId }) =>
      text(
        `${path.join('.')}.label`,
        SETTING_TEXTS.board,
        [definition.states[stateId].label],
        board.label,
      ),
    ),
    ...formTexts(definition),
  ];
}

function text(path: string, label: Label, of: Label[], value: Label): Setting {
  return { path, section: 'texts', of, label, kind: 'text', value };
}

function stateTexts({ states }: WorkflowDefinition): Setting[] {
  return Object.entries(states).flatMap(([id, state]) => [
    text(
      statePath(id, 'label').join('.'),
      SETTING_TEXTS.state,
      [state.label],
      state.label,
    ),
    ...Object.entries(state.actions).map(([name, { label }]) =>
      text(
        statePath(id, 'actions', name, 'label').join('.'),
        SETTING_TEXTS.action,
        [state.label, label],
        label,
      ),
    ),
  ]);
}

function formTexts(definition: WorkflowDefinition): Setting[] {
  return Object.entries(definition.forms).flatMap(([id, form]) => {
    const of = usesOf(definition, id);
    const texts = (word: 'labels' | 'help', label: Label) =>
      Object.entries(form[word]).map(([field, value]) =>
        text(
          `spec.forms.${id}.${word}.${field}`,
          label,
          [...of, form.labels[field] ?? value],
          value,
        ),
      );
    return [
      ...texts('labels', SETTING_TEXTS.field),
      ...texts('help', SETTING_TEXTS.help),
    ];
  });
}
