/*
 * The register: systems, people, appointments with their history, the search
 * index, the numbered changes that the catalog projection reads, the clock.
 * Dates and times are ISO texts, so that both databases compare them alike.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
async function createClock(knex) {
  await knex.schema.createTable('clock', table => {
    table.integer('id').primary();
    table.bigInteger('offset_ms').notNullable().defaultTo(0);
  });
  await knex('clock').insert({ id: 1, offset_ms: 0 });

  await knex.schema.createTable('counters', table => {
    table.string('name', 40).primary();
    table.bigInteger('value').notNullable();
  });
  await knex('counters').insert({ name: 'change', value: 0 });

  await knex.schema.createTable('marks', table => {
    table.comment('What was done once, or up to which day');
    table.string('name', 40).primary();
    table.string('value', 40).notNullable();
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createOrganization(knex) {
  await knex.schema.createTable('organization_groups', table => {
    table.comment('Titles of the groups of the catalog, for search and pages');
    table.string('entity_ref', 255).primary();
    table.string('title_en', 255).notNullable();
    table.string('title_zh', 255).notNullable();
  });

  await knex.schema.createTable('person', table => {
    table.increments('id');
    table.string('entity_ref', 255).notNullable().unique();
    table.string('name', 255).notNullable();
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createSystems(knex) {
  await knex.schema.createTable('systems', table => {
    table.string('name', 51).primary();
    table.string('title_en', 255).notNullable();
    table.string('title_zh', 255).notNullable();
    table.text('aliases').notNullable();
    table.string('owner_ref', 255).notNullable();
    table.string('criticality', 1).notNullable();
    table.string('lifecycle', 20).notNullable();
    table.text('modules').notNullable();
    table.string('source', 10).notNullable();
    table.integer('revision').notNullable();
    table.string('removed_at', 30).nullable();
    table.index(['criticality', 'name']);
    table.index(['owner_ref']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createAppointments(knex) {
  await knex.schema.createTable('appointments', table => {
    table.string('system', 51).notNullable();
    table.integer('person_id').notNullable().references('id').inTable('person');
    table.string('role', 10).notNullable();
    table.string('department', 255).notNullable();
    table.string('shift', 10).notNullable();
    table.text('modules').notNullable();
    table.string('stage', 10).notNullable();
    table.string('from_date', 10).notNullable();
    table.string('until_date', 10).notNullable();
    table.primary(['system', 'person_id']);
    table.index(['person_id']);
  });

  await knex.schema.createTable('appointment_history', table => {
    table.comment('Every appointment, change and end, by whom and when');
    table.increments('id');
    table.string('system', 51).notNullable();
    table.integer('person_id').notNullable();
    table.string('type', 10).notNullable();
    table.string('actor', 255).notNullable();
    table.string('at', 30).notNullable();
    table.text('terms').notNullable();
    table.index(['system', 'person_id']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createChanges(knex) {
  await knex.schema.createTable('catalog_changes', table => {
    table.comment('The last change of each system, numbered in commit order');
    table.string('system', 51).primary();
    table.bigInteger('sequence').notNullable();
    table.index(['sequence']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createSearch(knex) {
  if (knex.client.config.client === 'pg') {
    await knex.schema.raw('ALTER TABLE systems ADD COLUMN search tsvector');
    await knex.schema.raw(
      'CREATE INDEX systems_search_index ON systems USING gin (search)',
    );
  } else {
    await knex.schema.raw(
      'CREATE VIRTUAL TABLE system_search USING fts5(name UNINDEXED, tokens)',
    );
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createClock(knex);
  await createOrganization(knex);
  await createSystems(knex);
  await createAppointments(knex);
  await createChanges(knex);
  await createSearch(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const history = await knex('appointment_history').first();
  if (history) {
    throw new Error(
      'Manual intervention required: going back would lose appointments. Empty the register first.',
    );
  }
  if (knex.client.config.client !== 'pg') {
    await knex.schema.dropTable('system_search');
  }
  for (const table of [
    'catalog_changes',
    'appointment_history',
    'appointments',
    'systems',
    'person',
    'organization_groups',
    'marks',
    'counters',
    'clock',
  ]) {
    await knex.schema.dropTable(table);
  }
};
