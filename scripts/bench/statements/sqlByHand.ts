import { Knex } from 'knex';

const PAGE_COLUMNS = `
  page.name, page.title_en, page.title_zh, page.aliases, page.owner_ref,
  page.criticality, page.lifecycle, page.modules, page.source, page.revision,
  organization_groups.title_en AS owner_en,
  organization_groups.title_zh AS owner_zh,
  person.entity_ref, person.name AS person_name, appointments.role,
  appointments.department, appointments.shift,
  appointments.modules AS appointment_modules, appointments.stage,
  appointments.from_date, appointments.until_date`;

const WITH_PEOPLE = `
  LEFT JOIN organization_groups
    ON organization_groups.entity_ref = page.owner_ref
  LEFT JOIN appointments
    ON appointments.system = page.name
    AND appointments.from_date <= :today
    AND appointments.until_date >= :today
  LEFT JOIN person ON person.id = appointments.person_id`;

const OWNER = `
  SELECT ${PAGE_COLUMNS} FROM systems AS page ${WITH_PEOPLE}
  WHERE page.name = :name AND page.removed_at IS NULL`;

const FINDER = `
  SELECT ${PAGE_COLUMNS}
  FROM (
    SELECT
      name, title_en, title_zh, aliases, owner_ref, criticality, lifecycle,
      modules, source, revision
    FROM systems
    WHERE removed_at IS NULL AND search @@ CAST(:terms AS tsquery)
    ORDER BY criticality, name
    LIMIT 20
  ) AS page ${WITH_PEOPLE}
  ORDER BY page.criticality, page.name`;

/** A row of an answer; more columns stand beside. @internal */
export interface HandRow {
  name: string;
  entity_ref: string | null;
}

/** A system with its owners and people, by a prepared statement. @internal */
export async function ownerByHand(
  knex: Knex,
  name: string,
  today: string,
): Promise<HandRow[]> {
  const { rows } = await knex
    .raw<{ rows: HandRow[] }>(OWNER, { name, today })
    .options({ name: 'owner-by-hand' });
  return rows;
}

/**
 * The first 20 systems that match, with their owners and people, by a prepared
 * statement.
 *
 * @internal
 */
export async function finderByHand(
  knex: Knex,
  terms: string,
  today: string,
): Promise<HandRow[]> {
  const { rows } = await knex
    .raw<{ rows: HandRow[] }>(FINDER, { terms, today })
    .options({ name: 'finder-by-hand' });
  return rows;
}
