/**
 * The English texts that Backstage evaluates outside of React, by key.
 *
 * @internal
 */
export const titles = {
  // Pages, their tabs and the sidebar
  catalog: 'Catalog',
  catalogGraph: 'Catalog Graph',
  search: 'Search',
  notifications: 'Notifications',
  docs: 'Docs',
  documentation: 'Documentation',
  settings: 'Settings',
  general: 'General',
  authenticationProviders: 'Authentication Providers',
  featureFlags: 'Feature Flags',
  home: 'Home',
  create: 'Create',
  templates: 'Templates',
  apis: 'APIs',
  app: 'App',
  org: 'Org',
  signals: 'Signals',
  menu: 'Menu',

  // Tabs of an entity and their groups
  overview: 'Overview',
  techDocs: 'TechDocs',
  development: 'Development',
  deployment: 'Deployment',
  operation: 'Operation',
  observability: 'Observability',
  relations: 'Relations',
  dependencies: 'Dependencies',
  definition: 'Definition',

  // Filters of the catalog and of the search page
  all: 'All',
  owned: 'Owned',
  starred: 'Starred',
  isOrphan: 'Is Orphan',
  hasError: 'Has Error',
  resultType: 'Result Type',
  softwareCatalog: 'Software Catalog',
  entity: 'Entity',
  kind: 'Kind',
  type: 'Type',
  owner: 'Owner',
  lifecycle: 'Lifecycle',

  // Kinds
  api: 'API',
  component: 'Component',
  domain: 'Domain',
  group: 'Group',
  location: 'Location',
  resource: 'Resource',
  system: 'System',
  template: 'Template',
  user: 'User',

  // Types
  service: 'service',
  website: 'website',
  library: 'library',
  organization: 'organization',
  businessUnit: 'business-unit',
  productArea: 'product-area',
  department: 'department',
  team: 'team',

  // Lifecycles
  experimental: 'experimental',
  production: 'production',
  deprecated: 'deprecated',

  // Relations
  ownedBy: 'ownedBy',
  ownerOf: 'ownerOf',
  partOf: 'partOf',
  hasPart: 'hasPart',
  memberOf: 'memberOf',
  hasMember: 'hasMember',
  parentOf: 'parentOf',
  childOf: 'childOf',
  dependsOn: 'dependsOn',
  dependencyOf: 'dependencyOf',
  providesApi: 'providesApi',
  apiProvidedBy: 'apiProvidedBy',
  consumesApi: 'consumesApi',
  apiConsumedBy: 'apiConsumedBy',
} as const;

/**
 * The key of a standard English text.
 *
 * @internal
 */
export type TitleKey = keyof typeof titles;
