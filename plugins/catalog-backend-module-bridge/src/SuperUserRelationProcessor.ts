import {
  ANNOTATION_LOCATION,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_SYSTEM,
  RELATION_HAS_SUPER_USER,
  RELATION_SUPER_USER_OF,
  SUPER_USERS_TYPE,
} from '@techbridge/plugin-bridge-common';

/**
 * Relates a system and the members of its super-user team, both ways. It reads
 * nothing but the team that our provider emitted, so that one changed
 * appointment touches one entity, whoever keeps the system's YAML.
 *
 * @internal
 */
export class SuperUserRelationProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'SuperUserRelationProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const system = entity.metadata.annotations?.[ANNOTATION_SYSTEM];
    if (system && isSuperUserTeam(entity)) {
      for (const member of membersOf(entity)) {
        emitBothWays(system, member, emit);
      }
    }
    return entity;
  }
}

// A team that somebody wrote into a YAML file appoints nobody.
function isSuperUserTeam(entity: Entity): boolean {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  return (
    entity.kind === 'Group' &&
    entity.spec?.type === SUPER_USERS_TYPE &&
    location.startsWith('bridge:')
  );
}

function membersOf(entity: Entity): string[] {
  const members = entity.spec?.members;
  return Array.isArray(members) ? members.map(String) : [];
}

function emitBothWays(
  system: string,
  member: string,
  emit: CatalogProcessorEmit,
): void {
  const source = parseEntityRef(system);
  const target = getCompoundRef(member);
  emit(
    processingResult.relation({
      source,
      target,
      type: RELATION_HAS_SUPER_USER,
    }),
  );
  emit(
    processingResult.relation({
      source: target,
      target: source,
      type: RELATION_SUPER_USER_OF,
    }),
  );
}

function getCompoundRef(member: string) {
  return parseEntityRef(member, {
    defaultKind: 'user',
    defaultNamespace: 'default',
  });
}
