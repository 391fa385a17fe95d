import { ItemStuck, VacantRole } from '@techbridge/plugin-bridge-common';
import { DefinitionService } from '../DefinitionService';
import { ReferenceChecker } from '../hooks';
import { OperationsStore, StateOfVersion, Stuck } from './OperationsStore';
import { stuckOf, waitsForPeople } from './stuckOf';

/** Of so many people in groups at least one is known, unless the catalog is silent. */
const PROBES = 20;

/**
 * Finds on what nobody can act: open items that wait for people, and for nobody
 * whom the catalog still knows. Whoever is in a group is known without asking.
 *
 * @internal
 */
export class StuckFinder {
  constructor(
    private readonly parts: {
      store: OperationsStore;
      definitions: DefinitionService;
      references: ReferenceChecker;
    },
  ) {}

  /**
   * Whether one item is stuck, with what the catalog says of those who would
   * have to act. One statement while it waits for somebody, otherwise none.
   */
  async of(
    item: Parameters<typeof stuckOf>[0],
    assignees: string[],
  ): Promise<ItemStuck | undefined> {
    const { definition, record } = item;
    const left = waitsForPeople(definition, record.item.state)
      ? await this.leftOf(assignees)
      : [];
    const stuck = stuckOf(item, assignees, left);
    return stuck && { ...stuck, roles: await this.withVanished(stuck.roles) };
  }

  /** What makes items stuck, as it is at this moment. */
  async everywhere(): Promise<Stuck> {
    const { store, references } = this.parts;
    const suspects = await store.peopleWithoutGroup();
    const left =
      suspects.length > 0 ? await references.unknown(suspects) : suspects;
    return { states: await this.statesWithout(left), left };
  }

  /**
   * The same, as long as the catalog says something about people: while it is
   * still filling, it knows nobody, and nobody has left.
   */
  async surely(): Promise<Stuck | undefined> {
    const { store, references } = this.parts;
    const probes = await store.somePeople(PROBES);
    const unknown =
      probes.length > 0 ? await references.unknown(probes) : probes;
    return unknown.length < probes.length ? this.everywhere() : undefined;
  }

  private async leftOf(people: string[]): Promise<string[]> {
    if (people.length === 0) {
      return [];
    }
    const { store, references } = this.parts;
    const suspects = await store.withoutGroup(people);
    // One of them who is known is enough for the item to go on.
    return suspects.length < people.length ? [] : references.unknown(suspects);
  }

  private async withVanished(roles: VacantRole[]): Promise<VacantRole[]> {
    const refs = roles.flatMap(({ ref, source }) =>
      ref !== null && source !== 'custom' ? [ref] : [],
    );
    const unknown =
      refs.length > 0 ? await this.parts.references.unknown(refs) : refs;
    return roles.map(role =>
      role.ref !== null && unknown.includes(role.ref)
        ? { ...role, vanished: true as const }
        : role,
    );
  }

  // Where an event is waited for, nobody has to be there.
  private async statesWithout(left: string[]): Promise<StateOfVersion[]> {
    const { store, definitions } = this.parts;
    const states = await store.statesWithoutPeople(left);
    const waiting = await Promise.all(
      states.map(async ({ workflow, version, state }) =>
        waitsForPeople(await definitions.version(workflow, version), state),
      ),
    );
    return states.filter((_, place) => waiting[place]);
  }
}
