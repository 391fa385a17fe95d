import { structureDifferences } from './structureDifferences';
import { compiledFile, shippedFile } from '../testing/shippedFile';

/** What is told of a shipped workflow in which a text is replaced. */
function told(name: string, from: string, to: string): string[] {
  const yaml = shippedFile(name);
  expect(yaml).toContain(from);
  return structureDifferences(
    compiledFile(yaml),
    compiledFile(yaml.replace(from, () => to)),
  ).map(one => `${one.class}: ${one.path}`);
}

const ROLE = 'label: { en: Super user, zh: 超级用户 }';
const SOURCE = '\n      from: { superUserOf: data.system';
const NOTICE = "to: 'role:author', template: case-draft";

it.each([
  [
    ...['the name of a role', 'proposal', ROLE],
    ...['label: { en: Key user, zh: 关键用户 }', 'patch: spec.roles.superUser'],
  ],
  [
    ...['its name and its people', 'proposal', `${ROLE}${SOURCE}`],
    `label: { en: Key user, zh: 关键用户 }${SOURCE}, role: lead`,
    'minor: spec.roles.superUser',
  ],
  [
    ...['the name of a phase', 'proposal', '{ en: Delivery, zh: 交付 }'],
    ...['{ en: Realization, zh: 实施 }', 'patch: spec.phases'],
  ],
  [
    ...['what a notification says', 'case-review', NOTICE],
    `${NOTICE}, title: 请完善案例, message: 还缺复测数据`,
    'patch: spec.states.draft.onEnter',
  ],
  [
    ...['who is notified', 'case-review', NOTICE],
    "to: 'role:secondReader', template: case-draft, title: 请完善案例",
    'minor: spec.states.draft.onEnter',
  ],
])('%s is a change of its class', (_, name, from, to, expected) => {
  expect(told(name, from, to)).toEqual([expected]);
});
