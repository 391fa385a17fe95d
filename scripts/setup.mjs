import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { withLock } from './lock.mjs';
import { root, toolsFolder, environment } from './paths.mjs';
import { capture, ended, start } from './processes.mjs';

const nodeVersion = '24.21.0';
const yarnVersion = '4.13.0';
const supportedNode = ['22', '24'];

const lockFile = join(toolsFolder, '.lock');
const toolsMarker = join(toolsFolder, 'node_modules', '.ready.json');
const dependenciesMarker = join(root, 'node_modules', '.ready.json');
const isWindows = process.platform === 'win32';

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * What an earlier run has put into the tools folder, to the end.
 *
 * @returns {string[]}
 */
function installedTools() {
  return JSON.parse(readIfThere(toolsMarker) ?? '[]');
}

/**
 * Names the tools to fetch because neither the machine nor the tools folder
 * has them. A fetched Node always brings its Yarn, since npm takes away what
 * it is not asked for.
 *
 * @returns {Promise<string[]>}
 */
async function missingTools() {
  const node = `node@${nodeVersion}`;
  const yarn = `@yarnpkg/cli-dist@${yarnVersion}`;
  const installed = installedTools();
  const major = process.versions.node.split('.')[0];
  if (!supportedNode.includes(major) && !installed.includes(node)) {
    return [node, yarn];
  }
  return installed.includes(yarn) || (await hasYarn()) ? [] : [yarn];
}

async function hasYarn() {
  const { code, output } = await capture('yarn', ['--version'], {
    env: environment({ COREPACK_ENABLE_NETWORK: '0' }),
  });
  return code === 0 && output.trim() === yarnVersion;
}

/**
 * The command for npm, which is the very npm that runs us where there is one.
 *
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
function npmCommand(args) {
  const self = process.env.npm_execpath ?? '';
  return basename(self) === 'npm-cli.js'
    ? [process.execPath, [self, ...args]]
    : ['npm', args];
}

/**
 * Fetches Node and Yarn into the tools folder. The marker is written last, so
 * an interrupted run is simply done again.
 *
 * @param {string[]} packages
 * @param {(pid?: number) => void} announce
 */
async function fetchTools(packages, announce) {
  console.log(
    `Fetching ${packages.join(' and ')} into .tools (some seconds) …`,
  );
  mkdirSync(toolsFolder, { recursive: true });
  writeFileSync(join(toolsFolder, 'package.json'), '{ "private": true }\n');
  const wanted = [...new Set([...installedTools(), ...packages])];
  // The npm package "node" brings its binary by an install script.
  const options = [
    '--ignore-scripts=false',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = start(
    ...npmCommand(['install', '--prefix', toolsFolder, ...options, ...wanted]),
  );
  announce(npm.pid);
  const code = await ended(npm);
  if (code !== 0) {
    throw new Error(
      `npm could not install ${wanted.join(' and ')} (exit code ${code}). ` +
        'Check that npm reaches its registry, then run the same command again.',
    );
  }
  writeFileSync(toolsMarker, JSON.stringify(wanted));
}

/**
 * The files that decide what must be installed.
 *
 * @returns {string[]}
 */
function manifestFiles() {
  const { workspaces } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const folders = workspaces
    .map((/** @type {string} */ pattern) => pattern.replace(/\/\*$/, ''))
    .flatMap((/** @type {string} */ parent) =>
      readdirSync(join(root, parent)).map(name => join(parent, name)),
    );
  return ['.', ...folders.sort()]
    .map(folder => join(folder, 'package.json'))
    .concat('yarn.lock', '.yarnrc.yml')
    .filter(file => existsSync(join(root, file)));
}

/** A fingerprint of everything that decides what must be installed. */
function dependenciesFingerprint() {
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch}`);
  for (const file of manifestFiles()) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function dependenciesAreThere() {
  return readIfThere(dependenciesMarker) === dependenciesFingerprint();
}

/**
 * Yarn knows nothing of a registry that only npm was told of. So where Yarn
 * has no setting of its own, it gets npm's.
 *
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function registrySetting() {
  if (process.env.YARN_NPM_REGISTRY_SERVER) return {};
  const own = await capture('yarn', ['config', '--no-defaults', '--json']);
  if (own.output.includes('"npmRegistryServer"')) return {};
  const { code, output } = await capture(
    ...npmCommand(['config', 'get', 'registry']),
  );
  const address = output
    .split('\n')
    .find(line => /^https?:\/\/\S+$/.test(line.trim()));
  return code === 0 && address
    ? { YARN_NPM_REGISTRY_SERVER: address.trim() }
    : {};
}

/** @param {(pid?: number) => void} announce */
async function installDependencies(announce) {
  console.log(
    'Installing the dependencies with Yarn (up to 5 minutes the first time) …',
  );
  const yarn = start('yarn', ['install', '--immutable'], {
    env: environment(await registrySetting()),
  });
  announce(yarn.pid);
  const code = await ended(yarn);
  if (code !== 0) {
    throw new Error(
      `"yarn install --immutable" failed with exit code ${code}; the lines above say why. ` +
        'Run the same command again to go on where it stopped. If they speak of a lockfile ' +
        'that would be modified, run "yarn install" and commit yarn.lock.',
    );
  }
  writeFileSync(dependenciesMarker, dependenciesFingerprint());
}

function sayThatWeWait() {
  console.log(
    'Another run is setting up this folder; waiting until it is done …',
  );
}

/** The Node that everything runs on. */
function fittingNode() {
  const major = process.versions.node.split('.')[0];
  if (supportedNode.includes(major)) return process.execPath;
  const file = isWindows ? 'node.exe' : 'node';
  return join(toolsFolder, 'node_modules', 'node', 'bin', file);
}

/** @param {(pid?: number) => void} announce */
async function fetchMissingTools(announce) {
  // The run that we waited for may have fetched them.
  const missing = await missingTools();
  if (missing.length > 0) await fetchTools(missing, announce);
}

/** @param {(pid?: number) => void} announce */
async function installMissingDependencies(announce) {
  if (!dependenciesAreThere()) await installDependencies(announce);
}

/**
 * Makes sure of Node, Yarn and the dependencies. Adds well under a second when
 * nothing is missing.
 *
 * @returns {Promise<string>} the path of a Node that fits
 */
export async function makeReady() {
  if ((await missingTools()).length > 0) {
    await withLock(lockFile, fetchMissingTools, sayThatWeWait);
  }
  if (!dependenciesAreThere()) {
    await withLock(lockFile, installMissingDependencies, sayThatWeWait);
  }
  return fittingNode();
}
