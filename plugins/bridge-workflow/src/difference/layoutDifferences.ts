import { Form, WorkflowDefinition } from '../definition';
import { usesOf } from '../settings/formSettings';
import { together, WITHIN } from '../settings/settingTexts';
import { Difference } from './Difference';

const OTHER_SCENARIOS: Difference = {
  class: 'patch',
  path: 'spec.scenarios',
  message: { en: 'The scenarios have changed', zh: '情景有变更' },
};

const OTHER_MIGRATIONS: Difference = {
  class: 'patch',
  path: 'spec.migrations',
  message: {
    en: 'How items of older versions are taken along has changed',
    zh: '旧版本单据的迁移规则有变更',
  },
};

/**
 * Forms that ask for the same in another order, or draw it another way;
 * scenarios that play through something else; and items of older versions that
 * are taken along otherwise.
 *
 * @internal
 */
export function layoutDifferences(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): Difference[] {
  const forms = Object.keys(after.forms).filter(
    id => before.forms[id] && !looksAlike(before.forms[id], after.forms[id]),
  );
  const told = forms.map((id): Difference => {
    const { en, zh } = together(usesOf(after, id), WITHIN);
    return {
      class: 'patch',
      path: `spec.forms.${id}.ui`,
      message: {
        en: `Form “${en}”: its fields stand in another order or look otherwise`,
        zh: `表单“${zh}”：字段的顺序或样式有变更`,
      },
    };
  });
  const isOther = (part: 'scenarios' | 'migrations') =>
    written(before[part] ?? []) !== written(after[part] ?? []);
  return [
    ...told,
    ...(isOther('scenarios') ? [OTHER_SCENARIOS] : []),
    ...(isOther('migrations') ? [OTHER_MIGRATIONS] : []),
  ];
}

function looksAlike(one: Form, other: Form): boolean {
  const [before, after] = [
    [one, other],
    [other, one],
  ].map(([form, { fields }]) => {
    const common = form.fields.filter(field => fields.includes(field));
    const isTold = ([name]: [string, unknown]) =>
      common.includes(name) || !form.fields.includes(name);
    return written([common, Object.entries(form.ui).filter(isTold)]);
  });
  return before === after;
}

function written(part: unknown): string {
  return JSON.stringify(part);
}
