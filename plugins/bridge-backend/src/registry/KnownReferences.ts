import { RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import { CatalogGateway } from './CatalogGateway';
import { MirrorStore } from './MirrorStore';

/**
 * Knows which references lead somewhere: systems by our own register, people
 * and groups by the catalog.
 *
 * @internal
 */
export class KnownReferences {
  constructor(
    private readonly mirror: MirrorStore,
    private readonly catalog: CatalogGateway,
  ) {}

  /** Those that lead nowhere. */
  async unknown(refs: string[]): Promise<string[]> {
    const systems = refs.filter(isSystem);
    const others = refs.filter(ref => !isSystem(ref));
    const [known, entities] = await Promise.all([
      this.mirror.knownSystems(systems),
      others.length > 0 ? this.catalog.find(others) : [],
    ]);
    return [
      ...systems.filter(ref => !known.has(ref)),
      ...others.filter((_, index) => !entities[index]),
    ];
  }

  /** How many members each group of the catalog has. */
  async members(groups: string[]): Promise<number[]> {
    const entities =
      groups.length > 0 ? await this.catalog.find(groups, ['relations']) : [];
    return entities.map(
      entity =>
        entity?.relations?.filter(({ type }) => type === RELATION_HAS_MEMBER)
          .length ?? 0,
    );
  }
}

function isSystem(ref: string): boolean {
  return ref.startsWith('system:');
}
