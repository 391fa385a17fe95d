import { coreComponentsTranslationRef } from '@backstage/core-components';
import {
  createTranslationResource,
  TranslationMessages,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { catalogTranslationRef } from '@backstage/plugin-catalog';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';
import { notificationsTranslationRef } from '@backstage/plugin-notifications';
import { orgTranslationRef } from '@backstage/plugin-org';
import { searchTranslationRef } from '@backstage/plugin-search';
import { searchReactTranslationRef } from '@backstage/plugin-search-react';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';

// Backstage looks for the exact language of the app: one set up with plain
// `zh` would not find messages that are there for `zh-CN` only.
function chinese<TId extends string>(
  load: () => Promise<{ default: TranslationMessages<TId> }>,
) {
  return { 'zh-CN': load, zh: load };
}

/**
 * The Chinese messages of Backstage's own packages.
 *
 * @internal
 */
export const resources = {
  'core-components': createTranslationResource({
    ref: coreComponentsTranslationRef,
    translations: chinese(() => import('../messages/core-components')),
  }),
  catalog: createTranslationResource({
    ref: catalogTranslationRef,
    translations: chinese(() => import('../messages/catalog')),
  }),
  'catalog-react': createTranslationResource({
    ref: catalogReactTranslationRef,
    translations: chinese(() => import('../messages/catalog-react')),
  }),
  'catalog-graph': createTranslationResource({
    ref: catalogGraphTranslationRef,
    translations: chinese(() => import('../messages/catalog-graph')),
  }),
  org: createTranslationResource({
    ref: orgTranslationRef,
    translations: chinese(() => import('../messages/org')),
  }),
  search: createTranslationResource({
    ref: searchTranslationRef,
    translations: chinese(() => import('../messages/search')),
  }),
  'search-react': createTranslationResource({
    ref: searchReactTranslationRef,
    translations: chinese(() => import('../messages/search-react')),
  }),
  notifications: createTranslationResource({
    ref: notificationsTranslationRef,
    translations: chinese(() => import('../messages/notifications')),
  }),
  techdocs: createTranslationResource({
    ref: techdocsTranslationRef,
    translations: chinese(() => import('../messages/techdocs')),
  }),
  'user-settings': createTranslationResource({
    ref: userSettingsTranslationRef,
    translations: chinese(() => import('../messages/user-settings')),
  }),
};

/**
 * One extension for each package whose messages are translated.
 *
 * @internal
 */
export const translations = Object.entries(resources).map(([name, resource]) =>
  TranslationBlueprint.make({ name, params: { resource } }),
);
