import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_SYSTEM,
  ANNOTATION_TITLE_EN,
  ANNOTATION_TITLE_ZH,
  ENTERPRISE_SYSTEM_TYPE,
  SUPER_USERS_TYPE,
  Title,
} from '@techbridge/plugin-bridge-common';
import { inAskingOrder } from './model';
import { SystemRecord } from './rows';

const API_VERSION = 'backstage.io/v1alpha1';

/**
 * What the catalog shows of a system: its super-user team, and the system
 * itself when it is registered in the bridge.
 *
 * @internal
 */
export function projectionEntities(record: SystemRecord): Entity[] {
  const team = superUserTeam(record);
  return record.source === 'bridge' ? [systemEntity(record), team] : [team];
}

/** The references of all that the catalog may show of a system. @internal */
export function projectionRefs(name: string): string[] {
  return [`system:default/${name}`, `group:default/super-users-${name}`];
}

function superUserTeam(record: SystemRecord): Entity {
  const { name, title, superUsers } = record;
  const metadata = titled(name, {
    zh: `${title.zh}超级用户`,
    en: `${title.en} super users`,
  });
  return {
    apiVersion: API_VERSION,
    kind: 'Group',
    metadata: {
      name: `super-users-${name}`,
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [ANNOTATION_SYSTEM]: `system:default/${name}`,
      },
    },
    spec: {
      type: SUPER_USERS_TYPE,
      children: [],
      members: inAskingOrder(superUsers).map(({ user }) => user),
    },
  };
}

function systemEntity(record: SystemRecord): Entity {
  const { name, title, it, criticality, lifecycle, aliases, modules } = record;
  return {
    apiVersion: API_VERSION,
    kind: 'System',
    metadata: { name, ...titled(name, title) },
    spec: {
      type: ENTERPRISE_SYSTEM_TYPE,
      owner: it,
      criticality,
      lifecycle,
      aliases,
      modules,
    },
  };
}

function titled(name: string, { zh, en }: Title) {
  return {
    title: zh === en ? zh : `${zh} ${en}`,
    annotations: {
      [ANNOTATION_LOCATION]: `bridge:systems/${name}`,
      [ANNOTATION_ORIGIN_LOCATION]: `bridge:systems/${name}`,
      [ANNOTATION_TITLE_ZH]: zh,
      [ANNOTATION_TITLE_EN]: en,
    },
  };
}
