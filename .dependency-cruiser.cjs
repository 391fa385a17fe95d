/**
 * The walls between packages and between the rooms of a package. Each rule
 * says why it stands. `npm run walls` checks them.
 */

const tests = String.raw`(\.test\.[a-z]+$|/testing/|/setupTests\.ts$|/e2e-tests/)`;
const backend = '^plugins/bridge-backend/src';
const area = `${backend}/[^/]+`;
const areas =
  '(registry|programme|review|library|recognition|insight|exports|workflow)';
const routes = String.raw`/([a-z]\w*R|r)outes\.ts$`;

/** `build<Area>.ts` puts an area together, on behalf of plugin.ts. */
const composition = String.raw`/build[A-Z]\w*\.ts$`;

/** A package of npm, whether it is installed or not. */
const npm = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

/** Libraries that do input or output, or that belong to the door. */
const storage = npm('knex', 'pg', 'better-sqlite3');
const door = npm('express', 'express-promise-router');
const nodeModules =
  '^(node:)?(fs|net|http|https|http2|tls|dns|dgram|child_process|cluster|worker_threads|os|process|crypto|timers)(/|$)';

const frontendPackages =
  '^(packages/app|plugins/bridge|plugins/app-module-zh-cn)/';
const backendPackages =
  '^(packages/backend|plugins/(cjk-text|bridge-node|[a-z-]*backend[a-z-]*))/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or hide a third. A cycle also makes the order of loading a matter of luck.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-exist',
      comment: 'An import that leads nowhere fails only when it runs.',
      severity: 'error',
      from: { pathNot: tests },
      to: { couldNotResolve: true, path: '^\\.' },
    },

    // Between packages
    {
      name: 'no-deep-imports',
      comment:
        'What a package does not export, it may change at any time. So nobody reaches into the source of another package.',
      severity: 'error',
      from: { path: '^(packages|plugins)/([^/]+)/' },
      to: {
        path: '^plugins/[^/]+/src/',
        pathNot: ['^$1/$2/', '^plugins/[^/]+/src/(index|legacy|alpha)\\.tsx?$'],
      },
    },
    {
      name: 'frontend-without-backend',
      comment:
        'What a browser loads must not contain, or need, a part of the backend.',
      severity: 'error',
      from: { path: frontendPackages, pathNot: tests },
      to: {
        path: [
          backendPackages,
          npm(
            '@backstage/backend-[a-z-]+',
            '@backstage/plugin-[a-z-]+-(backend|node)',
          ),
          storage,
          door,
          nodeModules,
        ],
      },
    },
    {
      name: 'backend-without-frontend',
      comment:
        'A backend that loads React starts slowly and breaks on a missing window.',
      severity: 'error',
      from: { path: backendPackages },
      to: {
        path: [
          frontendPackages,
          npm(
            'react',
            'react-dom',
            '@material-ui/[a-z-]+',
            '@backstage/core-[a-z-]+',
            '@backstage/frontend-[a-z-]+',
            '@backstage/plugin-[a-z-]+-react',
          ),
        ],
      },
    },
    {
      name: 'pure-packages',
      comment:
        'The contract and the tokenizer run in a browser, in a backend and in a test alike. They do no input or output.',
      severity: 'error',
      from: {
        path: '^plugins/(bridge-common|cjk-text|bridge-workflow)/src',
        pathNot: tests,
      },
      to: {
        path: [
          storage,
          door,
          nodeModules,
          npm('@backstage/backend-[a-z-]+', 'react'),
        ],
      },
    },
    {
      name: 'testing-for-tests-only',
      comment:
        'Builders for tests invent data; nothing that ships may use them.',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: '/testing/' },
    },

    // Rooms of bridge-backend: routes → Service → Store and model
    {
      name: 'routes-call-services',
      comment:
        'A route parses, identifies, calls one service and presents. It knows the door, services and the contract, nothing else.',
      severity: 'error',
      from: { path: `${area}${routes}` },
      to: {
        path: [`${backend}/`, storage],
        pathNot: [`${backend}/http/`, `${area}/\\w*Service\\.ts$`],
      },
    },
    {
      name: 'services-behind-the-door',
      comment:
        'A service works the same whoever asks: it knows no HTTP, and reaches the database through its store alone.',
      severity: 'error',
      from: { path: `${area}/\\w*Service\\.ts$`, pathNot: tests },
      to: {
        path: [`${backend}/http/`, routes, storage, door],
      },
    },
    {
      name: 'stores-only-store',
      comment:
        'A store turns questions into SQL. It decides nothing and knows nobody who asks.',
      severity: 'error',
      from: { path: `${area}/\\w*Store\\.ts$`, pathNot: tests },
      to: { path: [routes, '/\\w*Service\\.ts$', door] },
    },
    {
      name: 'stores-in-their-own-room',
      comment:
        'The door, the engine room and the permissions are for services. Only the engine room has stores among its own rules.',
      severity: 'error',
      from: { path: `${backend}/([^/]+)/\\w*Store\\.ts$`, pathNot: tests },
      to: {
        path: `${backend}/(http|workflow|permissions)/`,
        pathNot: `${backend}/$1/`,
      },
    },
    {
      name: 'door-at-the-door',
      comment:
        'HTTP ends in http/. Whatever else works on an area is called by a service or a store and hears nothing of requests.',
      severity: 'error',
      from: {
        path: `${area}/`,
        pathNot: [tests, `${backend}/http/`, routes, composition],
      },
      to: { path: [routes, door] },
    },
    {
      name: 'sql-in-stores',
      comment:
        'Only a store (and the filter that a store adds to its query) speaks SQL, so that a table has one place to look for.',
      severity: 'error',
      from: {
        path: `${backend}/${areas}/`,
        pathNot: [tests, composition, '/\\w*(Store|Filter)\\.ts$'],
      },
      to: { path: storage },
    },
    {
      name: 'models-are-pure',
      comment:
        'The rules of an area can be read and tested without a database, a server or a clock: a model knows the contract, the engine and other models.',
      severity: 'error',
      from: { path: `${backend}/.*/model\\.ts$` },
      to: {
        path: [
          `${backend}/`,
          storage,
          door,
          nodeModules,
          npm(
            '@backstage/backend-[a-z-]+',
            '@backstage/plugin-[a-z-]+-(backend|node)',
          ),
        ],
        pathNot: `${backend}/.*/model\\.ts$`,
      },
    },
    {
      name: 'areas-meet-at-services',
      comment:
        'An area shows its services, its models and its public interface (index.ts). Its tables and helpers are its own.',
      severity: 'error',
      from: {
        path: `${backend}/${areas}/`,
        pathNot: tests,
      },
      to: {
        path: `${backend}/${areas}/`,
        pathNot: [
          `${backend}/$1/`,
          `${area}/\\w*Service\\.ts$`,
          `${area}/model\\.ts$`,
          `${backend}/workflow/index\\.ts$`,
        ],
      },
    },
    {
      name: 'workflow-stands-alone',
      comment:
        'The engine room declares hooks that areas implement; it imports none of them, so that an area can be added or left out.',
      severity: 'error',
      from: { path: `${backend}/workflow/`, pathNot: tests },
      to: {
        path: `${backend}/(registry|programme|review|library|recognition|insight|exports|demo)/`,
      },
    },
    {
      name: 'one-composition-root',
      comment:
        'Only plugin.ts (and the entry point) knows how everything is put together.',
      severity: 'error',
      from: { path: `${backend}/`, pathNot: [tests, `${backend}/index\\.ts$`] },
      to: { path: `${backend}/(plugin|index)\\.ts$` },
    },

    // Rooms of bridge, the frontend plugin
    {
      name: 'components-fetch-nothing',
      comment:
        'Shared components draw what they are given. One that fetches cannot be shown in a test or used on another page.',
      severity: 'error',
      from: { path: '^plugins/bridge/src/components/', pathNot: tests },
      to: {
        path: ['^plugins/bridge/src/api/', npm('@backstage/catalog-client')],
      },
    },
    {
      name: 'pages-stand-apart',
      comment:
        'Areas of the frontend share components, pickers, api, routes and translation, and nothing else: each page loads alone.',
      severity: 'error',
      from: {
        path: '^plugins/bridge/src/([^/]+)/',
        pathNot: [
          tests,
          '^plugins/bridge/src/(extensions|components|pickers|api|routes|translation)/',
        ],
      },
      to: {
        path: '^plugins/bridge/src/[^/]+/',
        pathNot: [
          '^plugins/bridge/src/$1/',
          '^plugins/bridge/src/(components|pickers|api|routes|translation)/',
        ],
      },
    },
    {
      name: 'shared-rooms-below-pages',
      comment: 'What every page uses must not need a page.',
      severity: 'error',
      from: {
        path: '^plugins/bridge/src/(components|pickers|api|routes|translation)(/|\\.)',
        pathNot: tests,
      },
      to: {
        path: '^plugins/bridge/src/[^/]+/',
        pathNot: '^plugins/bridge/src/(components|api|routes|translation)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['main', 'types'],
    },
  },
};
