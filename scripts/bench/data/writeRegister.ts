import { Knex } from 'knex';
import { toSystemColumns } from '../../../plugins/bridge-backend/src/registry/rows';
import { searchTokens } from '../../../plugins/bridge-backend/src/registry/searchTokens';
import { GeneratedAppointment, GeneratedRegister } from './generate';

const ROWS_AT_ONCE = 500;

/**
 * Writes a generated register into the empty tables of the plugin, in bulk.
 *
 * @internal
 */
export async function writeRegister(
  knex: Knex,
  register: GeneratedRegister,
): Promise<void> {
  const { appointments, groups, people, systems } = register;
  await insert(
    knex,
    'organization_groups',
    groups.map(({ ref, title }) => ({
      entity_ref: ref,
      title_en: title.en,
      title_zh: title.zh,
    })),
  );
  await insert(
    knex,
    'person',
    people.map(({ ref, name }, index) => ({
      id: index + 1,
      entity_ref: ref,
      name,
    })),
  );
  const tokens = tokensOfSystems(register);
  await insert(
    knex,
    'systems',
    systems.map(facts => ({
      ...toSystemColumns(facts),
      revision: 1,
      search: knex.raw('array_to_tsvector(?::text[])', [
        tokens.get(facts.name) ?? [],
      ]),
    })),
  );
  await insert(knex, 'appointments', appointments.map(toRow));
  await noteChanges(knex, systems);
  await knex.raw('VACUUM ANALYZE');
}

function toRow(appointment: GeneratedAppointment) {
  const { person, modules, from, until, ...rest } = appointment;
  return {
    ...rest,
    person_id: person + 1,
    modules: JSON.stringify(modules),
    from_date: from,
    until_date: until,
  };
}

async function insert(
  knex: Knex,
  table: string,
  rows: object[],
): Promise<void> {
  await knex.batchInsert(table, rows, ROWS_AT_ONCE);
}

async function noteChanges(
  knex: Knex,
  systems: { name: string }[],
): Promise<void> {
  await insert(
    knex,
    'catalog_changes',
    systems.map(({ name }, index) => ({ system: name, sequence: index + 1 })),
  );
  await knex('counters')
    .where({ name: 'change' })
    .update({ value: systems.length });
  await knex.raw(
    "SELECT setval(pg_get_serial_sequence('person', 'id'), max(id)) FROM person",
  );
}

// The same texts of a system that the register makes its tokens of.
function tokensOfSystems(register: GeneratedRegister): Map<string, string[]> {
  const titles = new Map(register.groups.map(({ ref, title }) => [ref, title]));
  const textsOfGroup = (ref: string) => [
    nameOf(ref),
    titles.get(ref)?.en ?? '',
    titles.get(ref)?.zh ?? '',
  ];
  const texts = new Map(
    register.systems.map(({ name, title, aliases, modules, it }) => [
      name,
      [
        name,
        title.en,
        title.zh,
        ...aliases,
        ...modules.flatMap(module => [module.title.en, module.title.zh]),
        ...textsOfGroup(it),
      ],
    ]),
  );
  for (const { system, person, department } of register.appointments) {
    const { ref, name } = register.people[person];
    texts.get(system)?.push(nameOf(ref), name, ...textsOfGroup(department));
  }
  return new Map(
    [...texts].map(([name, all]) => [name, searchTokens(all)] as const),
  );
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
