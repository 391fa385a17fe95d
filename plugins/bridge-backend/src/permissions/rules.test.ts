import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import fc from 'fast-check';
import { applySystemFilter } from '../registry/systemFilter';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { SystemCondition, SystemResource, systemRules } from './rules';

const TODAY = '2025-12-31';
const people = ['user:default/a', 'user:default/b', 'user:default/c'];
const groups = ['group:default/it', 'group:default/ot'];
const roles = ['lead', 'backup', 'member'] as const;

/** What is stored, also terms that are over or have not begun. */
const stored = fc.array(
  fc.record({
    it: fc.constantFrom(...groups),
    people: fc.uniqueArray(
      fc.record({
        user: fc.constantFrom(...people),
        role: fc.constantFrom(...roles),
        from: fc.constantFrom('2025-01-01', '2025-12-31', '2026-01-01'),
        until: fc.constantFrom('2025-12-30', '2025-12-31', '2026-12-31'),
      }),
      { selector: person => person.user },
    ),
  }),
  { maxLength: 6 },
);

const condition: fc.Arbitrary<SystemCondition> = fc.oneof(
  fc.record(
    {
      superUser: fc.constantFrom(...people),
      role: fc.constantFrom(...roles),
    },
    { requiredKeys: ['superUser'] },
  ),
  fc.record({ itGroups: fc.subarray(groups) }),
);

const { criteria } = fc.letrec<{
  criteria: PermissionCriteria<SystemCondition>;
}>(tie => ({
  criteria: fc.oneof(
    { maxDepth: 2 },
    condition,
    fc.record({
      allOf: fc.array(tie('criteria'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      anyOf: fc.array(tie('criteria'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ not: tie('criteria') }),
  ) as fc.Arbitrary<PermissionCriteria<SystemCondition>>,
}));

function holds(
  wanted: PermissionCriteria<SystemCondition>,
  system: SystemResource,
): boolean {
  if (isAndCriteria(wanted)) return wanted.allOf.every(c => holds(c, system));
  if (isOrCriteria(wanted)) return wanted.anyOf.some(c => holds(c, system));
  if (isNotCriteria(wanted)) return !holds(wanted.not, system);
  return 'itGroups' in wanted
    ? systemRules.isInItGroup.apply(system, { claims: wanted.itGroups })
    : systemRules.isSuperUser.apply(system, {
        userRef: wanted.superUser,
        role: wanted.role,
      });
}

describe.each(DATABASE_IDS)('permission rules on %s', id => {
  it('say the same in SQL and of a resource', async () => {
    const knex = await emptyDatabase(id);
    await knex.migrate.latest({ directory: `${__dirname}/../../migrations` });
    await knex('person').insert(
      people.map((ref, index) => ({
        id: index + 1,
        entity_ref: ref,
        name: ref,
      })),
    );
    const property = fc.asyncProperty(
      stored,
      criteria,
      async (systems, wanted) => {
        await knex('appointments').delete();
        await knex('systems').delete();
        for (const [index, { it: owner, people: team }] of systems.entries()) {
          const name = `s${index}`;
          await knex('systems').insert({
            name,
            title_en: name,
            title_zh: name,
            aliases: '[]',
            modules: '[]',
            owner_ref: owner,
            criticality: 'A',
            lifecycle: 'steady',
            source: 'bridge',
            revision: 1,
          });
          if (team.length > 0) {
            await knex('appointments').insert(
              team.map(({ user, role, from, until }) => ({
                system: name,
                person_id: people.indexOf(user) + 1,
                role,
                department: 'x',
                shift: 'day',
                modules: '[]',
                stage: 'basic',
                from_date: from,
                until_date: until,
              })),
            );
          }
        }
        const query = knex('systems').orderBy('name').pluck('name');
        applySystemFilter(query, wanted, TODAY);
        const expected = systems
          .map(({ it: owner, people: team }, index) => ({
            name: `s${index}`,
            it: owner,
            superUsers: team.filter(
              ({ from, until }) => from <= TODAY && until >= TODAY,
            ),
          }))
          .filter(system => holds(wanted, system))
          .map(({ name }) => name);
        expect(await query).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: 300, seed: 20251231 });
  }, 60_000);
});
