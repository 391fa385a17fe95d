import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_HAS_MEMBER,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ENTERPRISE_SYSTEM_TYPE,
  SUPER_USERS_TYPE,
} from '@techbridge/plugin-bridge-common';
import { isDeepStrictEqual } from 'util';
import { Clock } from '../database/Clock';
import { CatalogGateway, displayName } from './CatalogGateway';
import { factsOfEntity } from './factsOfEntity';
import { factsOfGroup } from './factsOfGroup';
import { GONE_AFTER, MirrorStore } from './MirrorStore';
import { RegisterStore } from './RegisterStore';
import { SystemFacts } from './rows';

/** What the mirror works with. @internal */
export interface MirrorParts {
  mirror: MirrorStore;
  register: RegisterStore;
  catalog: CatalogGateway;
  clock: Clock;
  logger: LoggerService;
  announce: () => Promise<void>;
  /** Says that others may answer for a system, or for any; must not throw. */
  responsibleChanged: (system?: string) => Promise<void>;
}

const SYSTEM_FIELDS = ['kind', 'metadata', 'spec'];
const GROUP_FIELDS = [
  'kind',
  'metadata',
  'spec.type',
  'spec.profile',
  'relations',
];
const PEOPLE_AT_ONCE = 200;

/**
 * Repeats in the bridge's tables what the catalog says, so that search and
 * lists are one statement. It writes only what differs.
 *
 * @internal
 */
export class CatalogMirror {
  constructor(private readonly parts: MirrorParts) {}

  /** Systems and the titles of groups. */
  async refresh(): Promise<void> {
    const groups = await this.refreshGroups();
    await this.refreshSystems();
    await this.reindex(await this.parts.mirror.systemsOf(groups, []));
  }

  /** Names of people, and terms that began or ended since the last time. */
  async refreshPeople(): Promise<void> {
    const people = await this.renamePeople();
    await this.reindex(await this.parts.mirror.systemsOf([], people));
    await this.noteTerms();
  }

  private async refreshGroups(): Promise<string[]> {
    const { catalog, mirror } = this.parts;
    const [entities, known] = await Promise.all([
      catalog.all({ kind: 'Group' }, GROUP_FIELDS),
      mirror.groups(),
    ]);
    const changed: string[] = [];
    for (const entity of entities.filter(isNoTeam)) {
      const ref = stringifyEntityRef(entity);
      const facts = factsOfGroup(entity);
      if (!isDeepStrictEqual(known.get(ref), facts)) {
        await mirror.putGroup(ref, facts);
        changed.push(ref);
      }
      known.delete(ref);
    }
    // An empty answer is a catalog that is still filling, not an empty company.
    for (const gone of entities.length > 0 ? known.keys() : []) {
      await mirror.dropGroup(gone);
    }
    if (entities.length > 0) {
      await this.refreshMembers(entities.filter(isNoTeam));
    }
    return changed;
  }

  // Teams of super users are left out: who is in them is our own to say.
  private async refreshMembers(groups: Entity[]): Promise<void> {
    const { mirror, responsibleChanged } = this.parts;
    const before = await mirror.members();
    const now = new Set(groups.flatMap(membersOf));
    const pair = (key: string) => key.split(' ') as [string, string];
    const joined = [...now].filter(key => !before.has(key)).map(pair);
    const left = [...before].filter(key => !now.has(key)).map(pair);
    await mirror.changeMembers({ joined, left });
    if (joined.length + left.length > 0) {
      await responsibleChanged();
    }
  }

  private async refreshSystems(): Promise<void> {
    const { catalog, mirror } = this.parts;
    const [entities, known] = await Promise.all([
      catalog.all(
        { kind: 'System', 'spec.type': ENTERPRISE_SYSTEM_TYPE },
        SYSTEM_FIELDS,
      ),
      mirror.systems(),
    ]);
    const before = new Map(known.map(facts => [facts.name, facts]));
    const seen = this.readable(entities);
    for (const facts of seen.values()) {
      const old = before.get(facts.name);
      if (!old || (old.source === 'catalog' && differs(old, facts))) {
        await this.write(facts, old !== undefined);
      }
    }
    for (const old of entities.length > 0 ? known : []) {
      if (old.source === 'catalog' && !old.removed && !seen.has(old.name)) {
        await this.drop(old.name);
      }
    }
  }

  private readable(entities: Entity[]): Map<string, SystemFacts> {
    const facts = new Map<string, SystemFacts>();
    for (const entity of entities) {
      const result = factsOfEntity(entity);
      if (typeof result === 'string') {
        const ref = stringifyEntityRef(entity);
        this.parts.logger.warn(`${ref} is not shown as a system: ${result}`);
      } else {
        facts.set(result.name, result);
      }
    }
    return facts;
  }

  private async write(facts: SystemFacts, known: boolean): Promise<void> {
    const { register, announce, responsibleChanged } = this.parts;
    await register.inTransaction(async (trx, change) => {
      if (known) {
        await register.updateSystem(trx, facts);
      } else {
        await register.insertSystem(trx, facts);
      }
      await register.reindex(trx, facts);
      await register.noteChange(trx, facts.name, change);
    });
    await announce();
    await responsibleChanged(facts.name);
  }

  private async drop(name: string): Promise<void> {
    const { register, clock, announce } = this.parts;
    const at = await clock.moment();
    await register.inTransaction(async (trx, change) => {
      await register.removeSystem(trx, name, at);
      await register.noteChange(trx, name, change);
    });
    await announce();
  }

  private async renamePeople(): Promise<string[]> {
    const { mirror, catalog } = this.parts;
    const people = await mirror.people();
    const renamed: string[] = [];
    const found = new Set<string>();
    for (let i = 0; i < people.length; i += PEOPLE_AT_ONCE) {
      const some = people.slice(i, i + PEOPLE_AT_ONCE);
      const entities = await catalog.find(some.map(({ ref }) => ref));
      for (const [index, entity] of entities.entries()) {
        const { ref, name } = some[index];
        if (entity) {
          found.add(ref);
        }
        if (entity && displayName(entity) !== name) {
          await mirror.renamePerson(ref, displayName(entity));
          renamed.push(ref);
        }
      }
    }
    await this.noteLeft(people, found);
    return renamed;
  }

  // Asked twice, and not of a catalog that knows nobody: it is still filling.
  private async noteLeft(
    people: { ref: string; missed: number }[],
    found: Set<string>,
  ): Promise<void> {
    const { mirror, responsibleChanged } = this.parts;
    if (found.size === 0) {
      return;
    }
    const missed = people.filter(({ ref }) => !found.has(ref));
    const back = people.filter(one => found.has(one.ref) && one.missed > 0);
    await mirror.noteMissed(refsOf(back), 0);
    for (let times = GONE_AFTER; times > 0; times -= 1) {
      const some = missed.filter(one => one.missed === times - 1);
      await mirror.noteMissed(refsOf(some), times);
    }
    const isGone = (one: { missed: number }) => one.missed >= GONE_AFTER;
    const goes = missed.some(one => one.missed === GONE_AFTER - 1);
    if (goes || back.some(isGone)) {
      await responsibleChanged();
    }
  }

  private async noteTerms(): Promise<void> {
    const { mirror, clock } = this.parts;
    const today = await clock.today();
    const last = (await mirror.termsNotedOn()) ?? today;
    if (last !== today) {
      await this.reindex(await mirror.systemsWithTermsIn({ last, today }));
    }
    await mirror.noteTermsOn(today);
  }

  private async reindex(names: string[]): Promise<void> {
    if (names.length === 0) {
      return;
    }
    const { register, mirror, announce } = this.parts;
    const wanted = new Set(names);
    for (const facts of await mirror.systems()) {
      if (wanted.has(facts.name) && !facts.removed) {
        await register.inTransaction(async (trx, change) => {
          await register.reindex(trx, facts);
          await register.noteChange(trx, facts.name, change);
        });
      }
    }
    await announce();
  }
}

function refsOf(people: { ref: string }[]): string[] {
  return people.map(({ ref }) => ref);
}

function membersOf(group: Entity): string[] {
  const ref = stringifyEntityRef(group);
  return (group.relations ?? [])
    .filter(({ type }) => type === RELATION_HAS_MEMBER)
    .map(({ targetRef }) => `${ref} ${targetRef.toLowerCase()}`);
}

function isNoTeam(entity: Entity): boolean {
  return entity.spec?.type !== SUPER_USERS_TYPE;
}

function differs(
  old: SystemFacts & { removed: boolean },
  facts: SystemFacts,
): boolean {
  const known: SystemFacts = {
    name: old.name,
    title: old.title,
    aliases: old.aliases,
    it: old.it,
    criticality: old.criticality,
    lifecycle: old.lifecycle,
    modules: old.modules,
    source: old.source,
  };
  return old.removed || !isDeepStrictEqual(known, facts);
}
