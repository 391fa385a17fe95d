import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_TITLE_EN,
  ANNOTATION_TITLE_ZH,
  BridgeClient,
  System,
  Title,
} from '@techbridge/plugin-bridge-common';

/** A person that one can sign in as. */
interface Persona {
  ref: string;
  title: Title;
  role: Title;
  systems: { name: string; title: Title; role: string }[];
}

/** The people of the catalog with their roles, most instructive first. */
export async function listPersonas(services: {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
}): Promise<{ items: Persona[] }> {
  const [people, systems] = await Promise.all([
    loadPeople(services.auth, services.catalog),
    loadSystems(services.auth, services.discovery),
  ]);
  return {
    items: people
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map(person => toPersona(person, systems)),
  };
}

async function loadPeople(
  auth: AuthService,
  catalog: CatalogService,
): Promise<Entity[]> {
  const credentials = await auth.getOwnServiceCredentials();
  const { items } = await catalog.queryEntities(
    { filter: { kind: 'User' }, fields: ['kind', 'metadata'], limit: 500 },
    { credentials },
  );
  return items;
}

// The list of people is worth showing also while the bridge is starting.
async function loadSystems(
  auth: AuthService,
  discovery: DiscoveryService,
): Promise<System[]> {
  try {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'bridge',
    });
    const client = new BridgeClient({
      discoveryApi: discovery,
      fetchApi: { fetch },
    });
    return (await client.listSystems({ limit: 100 }, { token })).items;
  } catch {
    return [];
  }
}

function toPersona(person: Entity, systems: System[]): Persona {
  const ref = stringifyEntityRef(person);
  const annotations = person.metadata.annotations ?? {};
  const name = person.metadata.title ?? person.metadata.name;
  return {
    ref,
    title: {
      en: annotations[ANNOTATION_TITLE_EN] ?? name,
      zh: annotations[ANNOTATION_TITLE_ZH] ?? name,
    },
    role: {
      en: annotations['techbridge.io/role-en'] ?? '',
      zh: annotations['techbridge.io/role-zh'] ?? '',
    },
    systems: systems.flatMap(({ name: system, title, owners }) =>
      owners.business
        .filter(({ user }) => user === ref)
        .map(({ role }) => ({ name: system, title, role })),
    ),
  };
}

function orderOf(person: Entity): number {
  const order = person.metadata.annotations?.['techbridge.io/persona-order'];
  return Number(order ?? 1_000);
}
