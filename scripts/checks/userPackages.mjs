import ts from 'typescript';
import { isTest } from './files.mjs';

/** @typedef {import('./files.mjs').File} File */

/**
 * The packages that the user of this project named, and where each must do
 * real work.
 */
const wanted = [
  {
    name: '@backstage/core-plugin-api',
    folder: 'plugins/bridge/src',
    inTests: false,
  },
  {
    name: '@material-ui/core',
    folder: 'plugins/bridge/src/components',
    inTests: false,
  },
  {
    name: '@backstage/plugin-catalog',
    folder: 'packages/app/src',
    inTests: false,
  },
  {
    name: '@backstage/plugin-catalog',
    folder: 'plugins/bridge/src',
    inTests: false,
  },
  {
    name: '@backstage/backend-plugin-api',
    folder: 'plugins/bridge-backend/src',
    inTests: false,
  },
  { name: 'knex', folder: 'plugins/bridge-backend/src', inTests: false },
  { name: 'msw', folder: 'plugins/bridge-common/src', inTests: true },
  { name: 'msw', folder: 'plugins/bridge/src', inTests: true },
  {
    name: 'msw',
    folder: 'plugins/catalog-backend-module-bridge/src',
    inTests: true,
  },
];

/** @param {File} file */
function importsOf({ text }) {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

/**
 * @param {File} file
 * @param {string} name - of a package
 */
function imports(file, name) {
  return importsOf(file).some(
    target => target === name || target.startsWith(`${name}/`),
  );
}

/**
 * @param {File[]} files - all sources of plugins and packages
 * @returns {string[]} the problems
 */
export function checkUserPackages(files) {
  const missing = wanted
    .filter(
      ({ name, folder, inTests }) =>
        !files.some(
          file =>
            file.path.startsWith(`${folder}/`) &&
            isTest(file.path) === inTests &&
            imports(file, name),
        ),
    )
    .map(
      ({ name, folder, inTests }) =>
        `${name} is imported by no ${
          inTests ? 'test' : 'source'
        } in ${folder}.`,
    );
  const packages = new Set(
    files.map(({ path }) => path.split('/').slice(0, 2).join('/')),
  );
  const untested = [...packages].filter(
    folder =>
      !files.some(
        ({ path }) =>
          path.startsWith(`${folder}/src/`) && /\.test\.tsx?$/.test(path),
      ),
  );
  return [
    ...missing,
    ...untested.sort().map(folder => `${folder} has no test.`),
  ];
}
