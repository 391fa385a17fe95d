import { Knex } from 'knex';
import { prepared } from '../../database/prepared';
import { ItemFilter } from '../itemFilter';
import { Following, NOBODY } from './model';

/** Somebody who watches an item. @internal */
export interface Watcher {
  person: string;
  /** Which items the person may read, as permissions said when it began. */
  sees: ItemFilter;
}

interface Columns {
  supporters: number | string;
  watchers: number | string;
  mine: number | boolean;
  given: number | boolean;
  recorded_by: string | null;
  watching: number | boolean;
}

// An item together with its duplicates, and theirs.
const FAMILY = `family(id) as (
    select cast(? as integer)
    union select merges.duplicate_id from merges
      join family on merges.target_id = family.id
      where merges.undone_at is null)`;

const GIVEN = `given as (
    select supports.* from supports
      join family on family.id = supports.item_id
      where supports.given and not exists (
        select 1 from supports as later
        where later.item_id = supports.item_id
          and later.person_id = supports.person_id
          and later.number > supports.number))`;

const FACTS = `with recursive ${FAMILY}, ${GIVEN},
  me as (select id from person where entity_ref = ?),
  supporters as (
    select person_id from given
    union select items.created_by from items
      join family on family.id = items.id),
  others as (
    select person_id from supporters
      join person on person.id = supporters.person_id
      where person.entity_ref like 'user:%' and person_id <>
        (select created_by from items where id = ?))
  select
    (select count(*) from others) as supporters,
    (select count(distinct person_id) from watches
      join family on family.id = watches.item_id) as watchers,
    exists (select 1 from others join me on me.id = person_id) as mine,
    exists (select 1 from given join me on me.id = person_id) as given,
    (select min(entity_ref) from given join me on me.id = person_id
      join person on person.id = given.recorded_by) as recorded_by,
    exists (select 1 from watches join family on family.id = watches.item_id
      join me on me.id = person_id) as watching`;

// Whoever brings the like in anew supports it, too, unless they did before.
const GAINED = `with recursive ${FAMILY}, ${GIVEN},
  fresh as (
    select person_id from given where at >= ?
    union select items.created_by from items
      join family on family.id = items.id
      where items.created_at >= ? and not exists (
        select 1 from given where person_id = items.created_by and at < ?))
  select count(*) as gained from fresh
    join person on person.id = fresh.person_id
    where person.entity_ref like 'user:%' and fresh.person_id <>
      (select created_by from items where id = ?)`;

const WITHDRAW = `with recursive ${FAMILY}, ${GIVEN}
  insert into supports (item_id, person_id, number, given, recorded_by, at)
  select item_id, person_id, number + 1, false, cast(? as integer), cast(? as text)
  from given where person_id = ? on conflict do nothing`;

// What is given and what is taken back take turns, so that whoever comes a
// moment later than another request of the same person adds nothing.
const SUPPORT = `
  insert into supports (item_id, person_id, number, given, recorded_by, at)
  select cast(? as integer), cast(? as integer), coalesce(max(number), 0) + 1,
    true, cast(? as integer), cast(? as text)
  from supports where item_id = ? and person_id = ?
  having coalesce(sum(case when given then 1 else -1 end), 0) = 0
  on conflict do nothing`;

const MARK = `with recursive up(id) as (
    select cast(? as integer)
    union select merges.target_id from merges
      join up on merges.duplicate_id = up.id where merges.undone_at is null)
  update items set is_followed = true
  where not is_followed and id in (select id from up)`;

const UNWATCH = `with recursive ${FAMILY}
  delete from watches
  where person_id = ? and item_id in (select id from family)`;

const WATCHERS = `with recursive ${FAMILY}
  select distinct person.entity_ref as person, watches.sees from watches
    join family on family.id = watches.item_id
    join person on person.id = watches.person_id
  order by person.entity_ref`;

/** Who supports what, who recorded it, and when. @internal */
export interface SupportRow {
  itemId: number;
  personId: number;
  recordedBy: number;
  at: string;
}

/**
 * Who supports and who watches items. An item has those of its duplicates, too:
 * they are never copied, so that a merge that is undone takes exactly them away.
 *
 * @internal
 */
export class FollowStore {
  constructor(private readonly knex: Knex) {}

  /** Who follows an item, as far as a person is told. One statement. */
  async facts(
    itemId: number,
    person: string,
    connection: Knex = this.knex,
  ): Promise<Following> {
    const values = [itemId, person, itemId];
    const [row] = await prepared<Columns>(connection, FACTS, values);
    return row ? toFollowing(row) : NOBODY;
  }

  /** How many support an item who did not before a moment. One statement. */
  async gainedSince(trx: Knex, itemId: number, at: string): Promise<number> {
    const [row] = await prepared<{ gained: number | string }>(
      ...[trx, GAINED, [itemId, at, at, at, itemId]],
    );
    return Number(row?.gained ?? 0);
  }

  /** Adds a support of a person who gives none yet. */
  async support(
    trx: Knex,
    { itemId, personId, recordedBy, at }: SupportRow,
  ): Promise<void> {
    const row = [itemId, personId, recordedBy, at];
    await prepared(trx, SUPPORT, [...row, itemId, personId]);
    await this.mark(trx, itemId);
  }

  /** Takes the support of a person back, also of the duplicates. */
  async withdraw(
    trx: Knex,
    { itemId, personId, recordedBy, at }: SupportRow,
  ): Promise<void> {
    await prepared(trx, WITHDRAW, [itemId, recordedBy, at, personId]);
  }

  /** Lets a person watch an item; whoever does so already may see more or less now. */
  async watch(
    trx: Knex,
    row: { itemId: number; personId: number; sees: ItemFilter; at: string },
  ): Promise<void> {
    const { itemId, personId, at } = row;
    const sees = JSON.stringify(row.sees);
    await trx('watches')
      .insert({ item_id: itemId, person_id: personId, sees, at })
      .onConflict(['item_id', 'person_id'])
      .merge({ sees });
    await this.mark(trx, itemId);
  }

  /** Lets a person no longer watch an item, nor its duplicates. */
  async unwatch(trx: Knex, itemId: number, personId: number): Promise<void> {
    await prepared(trx, UNWATCH, [itemId, personId]);
  }

  /** Those who are to hear of an item. One statement. */
  async watchersOf(itemId: number): Promise<Watcher[]> {
    const rows = await prepared<{ person: string; sees: string }>(
      ...[this.knex, WATCHERS, [itemId]],
    );
    return rows.map(({ person, sees }) => ({
      person,
      sees: JSON.parse(sees) as ItemFilter,
    }));
  }

  /** Notes that somebody follows an item, and so those that it belongs to. */
  async mark(trx: Knex, itemId: number): Promise<void> {
    await prepared(trx, MARK, [itemId]);
  }
}

function toFollowing(row: Columns): Following {
  const { recorded_by: recordedBy } = row;
  return {
    supporters: Number(row.supporters),
    watchers: Number(row.watchers),
    mine: Boolean(row.mine),
    given: Boolean(row.given),
    ...(recordedBy !== null && { recordedBy }),
    watching: Boolean(row.watching),
  };
}
