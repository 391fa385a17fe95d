import { Directory } from '../directory';

const user = (name: string) => `user:default/${name}`;

/** The people of the tests. @internal */
export const people = {
  writer: user('wanda'),
  lead: user('lina'),
  backup: user('marco'),
  keeper: user('otto'),
  speaker: user('cora'),
  members: ['cora', 'carl', 'cleo', 'chad', 'otto'].map(user),
  auditor: user('ada'),
  salesman: user('cleo'),
  stranger: user('zoe'),
};

/** Everybody who may be tried as an actor. @internal */
export const everybody = [
  ...new Set([
    ...people.members,
    people.writer,
    people.lead,
    people.backup,
    people.auditor,
    people.stranger,
  ]),
];

const GROUPS: { [group: string]: string[] } = {
  'group:default/committee': people.members,
  'group:default/committee-speaker': [people.speaker],
  'group:default/auditors': [people.auditor, people.writer],
};

/** The system that the people of the tests look after. @internal */
export const SYSTEM = 'system:default/press';

/** The directory of the tests: one system, three groups. @internal */
export const directory: Directory = {
  standInsOf: () => [],
  members: group => GROUPS[group] ?? [],
  ownersOf: system => (system === SYSTEM ? [people.keeper] : []),
  superUsersOf: system =>
    system === SYSTEM
      ? [
          { ref: people.lead, role: 'lead', modules: [], stage: 'expert' },
          {
            ref: people.backup,
            role: 'backup',
            modules: ['stamping'],
            stage: 'basic',
          },
        ]
      : [],
  departmentOf: person =>
    person === people.salesman ? 'group:default/sales' : undefined,
};
