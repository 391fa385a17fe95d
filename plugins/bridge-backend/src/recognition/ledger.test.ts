import { mockCredentials } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { Knex } from 'knex';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { LedgerService } from './LedgerService';
import { LedgerStore } from './LedgerStore';
import {
  Earned,
  earnedBy,
  JournalEntry,
  milestonesOf,
  withinCaps,
} from './model';
import { readRules } from './readRules';
import { shippedRules } from './buildRecognition';
import {
  entered,
  milestone,
  TestCommand,
  TestPlant,
  TIME_ZONE,
  user,
} from './testing/TestPlant';

const [zhang, chen, wang, he] = ['zhang', 'chen', 'wang', 'he'].map(user);
const fix = { reporter: [zhang], solver: [chen] };

/** A fix on the spot and its confirmation. */
function fixed(item: string, at: string): TestCommand[] {
  return [
    {
      ...{ item, at, actor: chen },
      lines: [milestone('Feedback', 'resolvedOnSpot', fix)],
    },
    {
      ...{ item, at, actor: zhang },
      lines: [milestone('Feedback', 'confirmed', fix)],
    },
  ];
}

function rebuild({ knex, rules }: TestPlant) {
  const gate = { require: async () => undefined };
  const service = new LedgerService(
    new LedgerStore(knex),
    gate,
    rules,
    TIME_ZONE,
  );
  return service.rebuild(mockCredentials.service());
}

/** Rows of scores or of the histogram that do not follow from the ledger. */
async function differences(knex: Knex): Promise<number> {
  const both = `SELECT person_id, season, dimension, points FROM ledger
    UNION ALL SELECT person_id, season, 'all', points FROM ledger`;
  const summed = `SELECT person_id, season, dimension, sum(points) AS points
    FROM (${both}) AS rows GROUP BY 1, 2, 3`;
  const known = 'SELECT person_id, season, dimension, points FROM scores';
  const buckets = `SELECT season, dimension, width, points / width AS bucket, count(*) AS people
    FROM scores, (SELECT 1 AS width UNION ALL SELECT 10
      UNION ALL SELECT 100 UNION ALL SELECT 1000) AS widths
    WHERE points > 0 GROUP BY 1, 2, 3, 4`;
  const kept = `SELECT season, dimension, width, bucket, people
    FROM score_histogram WHERE people <> 0`;
  let found = 0;
  for (const [one, other] of [
    [summed, known],
    [buckets, kept],
  ]) {
    for (const [left, right] of [
      [one, other],
      [other, one],
    ]) {
      const rows = await knex
        .select('*')
        .from(knex.raw(`(${left} EXCEPT ${right}) AS x`));
      found += rows.length;
    }
  }
  return found;
}

describe.each(DATABASE_IDS)('the ledger on %s', id => {
  it('is written with its command, and names its source once', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const { knex } = plant;
    await plant.run(...fixed('FB-1', '2025-12-31T16:00:00.000Z'));
    const row = await knex('ledger').first();
    expect(row).toMatchObject({
      season: '2026-Q1',
      dimension: 'technical',
      rule: 'fix-confirmed',
      grade: null,
      points: 2,
      seq: 2,
      milestone: 'confirmed',
      at: '2025-12-31T16:00:00.000Z',
    });
    const confirmer = await knex('person')
      .where({ id: row.confirmed_by })
      .first();
    expect(confirmer.entity_ref).toBe(zhang);
    const { id: _, ...twin } = row;
    await expect(knex('ledger').insert(twin)).rejects.toThrow(/unique/i);
    await expect(
      knex.transaction(async trx => {
        const rows = await plant.write(trx, [fixed('FB-2', twin.at)[0]]);
        rows.push(...(await plant.write(trx, [fixed('FB-2', twin.at)[1]])));
        await plant.projection.apply(trx, rows);
        throw new Error('the command failed');
      }),
    ).rejects.toThrow('the command failed');
    expect(await plant.ledger()).toEqual(['chen fix-confirmed 2']);
    expect(await knex('scores').where({ points: 4 })).toEqual([]);
  });

  it('refuses to be changed, deleted or emptied', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const { knex } = plant;
    await plant.run(...fixed('FB-1', '2025-11-12T02:00:00.000Z'));
    const refusal = /append-only/;
    await expect(knex('ledger').update({ points: 200 })).rejects.toThrow(
      refusal,
    );
    await expect(knex('ledger').delete()).rejects.toThrow(refusal);
    const emptying =
      id === 'SQLITE_3' ? 'DELETE FROM ledger' : 'TRUNCATE ledger';
    await expect(knex.raw(emptying)).rejects.toThrow(refusal);
    await expect(
      knex.migrate.rollback(
        { directory: `${__dirname}/../../migrations` },
        true,
      ),
    ).rejects.toThrow(/Manual intervention required/);
    expect(await plant.ledger()).toEqual(['chen fix-confirmed 2']);
    // What was given is taken back by a row of its own, and by nothing else.
    const { id: _, ...given } = await knex('ledger').first();
    await knex('ledger').insert({ ...given, rule: 'back', points: -2 });
    expect(await plant.ledger()).toHaveLength(2);
    expect(await knex('scores').pluck('points')).toEqual([0, 0]);
    expect(await differences(knex)).toBe(0);
  });

  if (id === 'POSTGRES_18') {
    it.each([
      'UPDATE ledger SET points = 200',
      'DELETE FROM ledger',
      'TRUNCATE ledger',
    ])('is not left to the role that owns it: %s', async change => {
      const { knex } = await TestPlant.on(await emptyDatabase(id));
      // The tests run as a superuser, whom nothing is denied.
      const changing = knex.transaction(async trx => {
        await trx.raw('CREATE ROLE ledger_owner');
        await trx.raw('ALTER TABLE ledger OWNER TO ledger_owner');
        await trx.raw('SET LOCAL ROLE ledger_owner');
        expect(await trx('ledger')).toEqual([]);
        await trx.raw(change);
      });
      await expect(changing).rejects.toThrow('permission denied');
    });
  }

  it('costs no statement without a rule that is met, two at most with one', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    await plant.people.id(chen);
    await plant.people.id(wang);
    await plant.people.id(zhang);
    const statements = async (...commands: TestCommand[]) => {
      const asked: string[] = [];
      await plant.knex.transaction(async trx => {
        const rows = await plant.write(trx, commands);
        trx.on('query', ({ sql }) => asked.push(sql));
        await plant.projection.apply(trx, rows);
      });
      return asked.filter(sql => !/^(begin|commit)/i.test(sql)).length;
    };
    const [solve, confirm] = fixed('FB-1', '2025-11-12T02:00:00.000Z');
    expect(await statements(solve)).toBe(0);
    expect(await statements(confirm)).toBe(2);
    const proposal = (name: string) => ({
      ...{ item: 'OP-1', actor: zhang },
      lines: [milestone('Proposal', name, { proposers: [wang] })],
    });
    expect(await statements(proposal('submitted'))).toBe(0);
    expect(await statements(proposal('adopted'))).toBe(1);
    const lines = [entered({ annualBenefit: 10_000 })];
    expect(await statements({ item: 'OP-1', actor: he, lines })).toBe(0);
    expect(await statements(proposal('benefitVerified'))).toBe(2);
    expect(await plant.ledger()).toEqual([
      'chen fix-confirmed 2',
      'wang proposal-adopted 10',
      'wang benefit-verified 50',
    ]);
  });

  it('gives points for all items of one command, to people it meets first', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const credited = { proposers: [wang, chen], tester: [chen] };
    await plant.run({
      ...{ item: 'RQ-1', actor: chen },
      lines: [milestone('Requirement', 'accepted', credited)],
    });
    await plant.runTogether([
      {
        ...{ item: 'RQ-1', actor: he },
        lines: [milestone('Requirement', 'released', credited)],
      },
      {
        ...{ item: 'KC-1', actor: he },
        lines: [milestone('Case', 'published', { author: [user('new')] })],
      },
    ]);
    expect(await plant.ledger()).toEqual([
      'chen acceptance-test 5',
      'wang proposal-released 10',
      'chen proposal-released 10',
      'new case-published 5',
    ]);
    expect(await rebuild(plant)).toEqual({ rows: 4, missing: 0, surplus: 0 });
  });

  it('keeps the cap also when many confirm at once', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const at = '2025-11-12T02:00:00.000Z';
    const pairs = [...Array(24)].map((_, n) => fixed(`FB-${n}`, at));
    for (const [solve] of pairs) {
      await plant.run(solve);
    }
    await Promise.all(pairs.map(([, confirm]) => plant.run(confirm)));
    expect(await plant.knex('ledger').sum({ sum: 'points' }).first()).toEqual({
      sum: id === 'SQLITE_3' ? 30 : '30',
    });
    expect(await rebuild(plant)).toEqual({ rows: 15, missing: 0, surplus: 0 });
    await plant.run(...fixed('FB-next', '2025-11-17T02:00:00.000Z'));
    expect(await plant.ledger()).toHaveLength(16);
  });

  it('is not stopped by commands that credit the same people in other orders', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const team = [wang, chen, he, user('a'), user('b')];
    for (const one of team) {
      await plant.people.id(one);
    }
    const commands = [...Array(40)].map((_, n) => ({
      ...{ item: `OP-${n}`, actor: zhang },
      lines: [
        milestone('Proposal', 'adopted', {
          proposers: n % 2 ? [...team].reverse() : team,
        }),
      ],
    }));
    await Promise.all(commands.map(command => plant.run(command)));
    expect(await plant.ledger()).toHaveLength(200);
    expect(await differences(plant.knex)).toBe(0);
  });
});

describe.each(DATABASE_IDS)('counting anew on %s', id => {
  it('finds what is missing and what is too much', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const { knex } = plant;
    const adopted: TestCommand = {
      ...{ item: 'OP-1', actor: zhang },
      lines: [milestone('Proposal', 'adopted', { proposers: [wang, chen] })],
    };
    await knex.transaction(
      async trx => void (await plant.write(trx, [adopted])),
    );
    expect(await rebuild(plant)).toEqual({ rows: 2, missing: 2, surplus: 0 });
    await plant.run(...fixed('FB-1', '2025-11-12T02:00:00.000Z'));
    const { id: _, ...row } = await knex('ledger').first();
    await knex('ledger').insert({ ...row, rule: 'invented' });
    expect(await rebuild(plant)).toEqual({ rows: 3, missing: 2, surplus: 1 });
    await knex.transaction(
      async trx =>
        void (await plant.write(
          trx,
          fixed('FB-2', '2025-11-12T02:00:00.000Z'),
        )),
    );
    expect(await rebuild(plant)).toEqual({ rows: 3, missing: 3, surplus: 1 });
    await knex('ledger').insert({ ...row, item_id: 3, points: 40 });
    expect(await rebuild(plant)).toMatchObject({ surplus: 2 });
  });

  it('believes the ledger where payloads were erased', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    await plant.run(
      ...fixed('FB-1', '2025-11-12T02:00:00.000Z'),
      ...fixed('FB-2', '2025-11-12T02:00:00.000Z'),
      {
        ...{ item: 'OP-1', actor: he },
        lines: [
          entered({ annualBenefit: 600_000 }),
          milestone('Proposal', 'benefitVerified', { proposers: [wang] }),
        ],
      },
    );
    await plant.erase('FB-1', 'milestone');
    await plant.erase('OP-1', 'action');
    expect(await rebuild(plant)).toEqual({ rows: 3, missing: 0, surplus: 0 });
    expect(await plant.ledger()).toEqual([
      'chen fix-confirmed 2',
      'chen fix-confirmed 2',
      'wang benefit-verified 200',
    ]);
  });
});

const people = ['a', 'b', 'c', 'd'].map(user);
const SUBJECTS: [string, string, string[]][] = [
  ['Feedback', 'FA', ['resolvedOnSpot', 'confirmed']],
  ['Feedback', 'FB', ['resolvedOnSpot', 'confirmed']],
  ['Feedback', 'FC', ['resolvedOnSpot', 'confirmed', 'declined']],
  ['Proposal', 'OP', ['submitted', 'adopted', 'benefitVerified']],
  ['Requirement', 'RQ', ['accepted', 'released']],
  ['Case', 'KC', ['published']],
];

/**
 * A command on one of some items. Most fixes are one person's, so that the cap
 * bites; each item has a reporter, who mostly is the one who acts.
 */
const command = fc
  .record({
    subject: fc.constantFrom(...SUBJECTS),
    number: fc.integer({ min: 0, max: 11 }),
    pick: fc.nat(),
    actor: fc.constantFrom('reporter', 'reporter', 'reporter', 'any', 'system'),
    strange: fc.constantFrom(0, 0, 0, 1),
    day: fc.integer({ min: 0, max: 110 }),
    benefit: fc.option(fc.nat(2_000_000), { freq: 1 }),
    team: fc.shuffledSubarray(people, { minLength: 1 }),
  })
  .map(({ subject: [kind, prefix, names], number, ...made }): TestCommand => {
    const solver = people[made.strange];
    const reporter = people[2 + (Math.floor(number / 2) % 2)];
    const actors = { reporter, any: people[made.pick % 4], system: 'system' };
    const name = names[made.pick % names.length];
    const credited = {
      ...{ reporter: [reporter], solver: [solver], tester: [solver] },
      ...{ proposers: made.team, author: made.team, reviewer: [reporter] },
    };
    return {
      item: `${prefix}-${number}`,
      actor: actors[made.actor as keyof typeof actors],
      at: new Date(Date.UTC(2025, 0, 1 + made.day)).toISOString(),
      lines: [
        ...(made.benefit === null
          ? []
          : [entered({ annualBenefit: made.benefit })]),
        milestone(kind, name, credited),
      ],
    };
  });

/** Gives every milestone its number of times, as the engine does. */
function counted(commands: TestCommand[]): TestCommand[] {
  const times = new Map<string, number>();
  return commands.map(one => ({
    ...one,
    lines: one.lines.map(line => {
      if (line.type !== 'milestone') {
        return line;
      }
      const key = `${one.item} ${line.payload.milestone}`;
      times.set(key, (times.get(key) ?? 0) + 1);
      return { ...line, payload: { ...line.payload, times: times.get(key) } };
    }),
  }));
}

/** All points at once, from nothing but the journal. */
function allAtOnce(commands: TestCommand[], rules = readRules(shippedRules())) {
  const entries = commands.flatMap(({ item, actor, at = '', lines }, n) =>
    lines.map(
      ({ type, payload }, place): JournalEntry => ({
        ...{ itemId: numberOf(item), seq: n * 10 + place, type, actor, at },
        payload,
      }),
    ),
  );
  const earned = earnedBy(milestonesOf(entries), rules, TIME_ZONE);
  return withinCaps(earned, new Map(), TIME_ZONE).map(
    ({ person: who, rule, points }: Earned) =>
      [who.replace('user:default/', ''), rule.id, points].join(' '),
  );
}

function numberOf(item: string): number {
  return Number.parseInt(Buffer.from(item).toString('hex').slice(0, 12), 16);
}

/** The points in rows of `person rule points`. */
function sum(rows: string[]): number {
  return rows.reduce((all, row) => all + Number(row.split(' ')[2]), 0);
}

/** A cap that bites already in short histories. */
function withLowCap() {
  return readRules(shippedRules()).map(rule =>
    rule.cap ? { ...rule, cap: { points: 3, per: 'quarter' as const } } : rule,
  );
}

describe.each(DATABASE_IDS)('for any history on %s', id => {
  it('points given command by command are those of all at once, and sum up to the scores', async () => {
    const rules = withLowCap();
    const uncapped = rules.map(rule => ({ ...rule, cap: undefined }));
    const seen = new Set<string>();
    let cut = 0;
    const property = fc.asyncProperty(
      fc.array(command, { minLength: 100, maxLength: 150 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
      async (made, sizes) => {
        const commands = counted(made);
        const plant = await TestPlant.on(await emptyDatabase(id), rules);
        const left = [...commands];
        while (left.length > 0) {
          const size = sizes.next().value;
          const batch = left.splice(0, size);
          await plant.runTogether(batch);
        }
        const ledger = await plant.ledger();
        expect(ledger).toEqual(allAtOnce(commands, rules));
        ledger.forEach(row => seen.add(row.split(' ')[1]));
        cut += sum(allAtOnce(commands, uncapped)) - sum(ledger);
        expect(await rebuild(plant)).toEqual({
          rows: ledger.length,
          missing: 0,
          surplus: 0,
        });
        expect(await differences(plant.knex)).toBe(0);
        await plant.knex.destroy();
      },
    );
    const options = { numRuns: 8, seed: 20251231, endOnFailure: true };
    await fc.assert(property, options);
    // The histories reached every rule, and its cap.
    expect(seen.size).toBe(rules.length);
    expect(cut).toBeGreaterThan(0);
  }, 120_000);
});
