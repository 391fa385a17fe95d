import { stripVTControlCharacters } from 'node:util';
import { environment } from './paths.mjs';
import { answers, isTaken } from './ports.mjs';
import { ended, start as startProgram } from './processes.mjs';

const appAddress = 'http://localhost:3000';
const backendAddress = 'http://localhost:7007';
const demoLine = 'Demo factory loaded';
const healthPath = '/.backstage/health/v1/readiness';
const minutes = 60_000;

/** What names the program that holds a port. @type {Record<string, string>} */
const finders = {
  linux: 'ss -ltnp | grep :',
  win32: 'netstat -ano | findstr :',
};

const banner = `
┌──────────────────────────────────────────────────────────────────────────────
│ Tech Bridge is ready: ${appAddress}
│
│ Three things to try:
│  1. Sign in as 唐婷 and look for 扫码枪: who helps with the scanners?
│  2. Sign in as 张强 and report a problem with MES; then, as 陈志远, look
│     into the inbox.
│  3. Follow "Five minutes" in README.md, from a report to a published case.
│
│ What you enter is kept in .data. Stop with Ctrl-C; "npm run reset" then
│ brings the demo back to its beginning.
└──────────────────────────────────────────────────────────────────────────────
`;

/**
 * Names the ports that somebody else holds, and how to mend it.
 *
 * @returns {Promise<string | undefined>}
 */
async function complaintAboutPorts() {
  const owners = { 3000: 'the app', 7007: 'the backend' };
  for (const [port, owner] of Object.entries(owners)) {
    if (await isTaken(Number(port))) {
      const find = finders[process.platform] ?? 'lsof -i :';
      return (
        `Port ${port}, which ${owner} needs, is taken, perhaps by a Tech Bridge that still runs. ` +
        `"${find}${port}" names the program; stop it, then run "npm start" again.`
      );
    }
  }
  return undefined;
}

/**
 * Passes the output on and resolves when the backend reports the demo.
 *
 * @returns {{ onLine: (line: string) => void, loaded: Promise<void> }}
 */
function watchForDemo() {
  /** @type {() => void} */
  let report = () => {};
  const loaded = new Promise(resolve => {
    report = () => resolve(undefined);
  });
  const onLine = (/** @type {string} */ line) => {
    // The backend logs our own questions, which tell nobody anything.
    if (line.includes(healthPath)) return;
    console.log(line);
    if (stripVTControlCharacters(line).includes(demoLine)) report();
  };
  return { onLine, loaded };
}

/**
 * @param {Promise<void>} loaded
 * @param {() => void} until - throws when the programs have ended
 */
async function waitUntilReady(loaded, until) {
  await answers(backendAddress + healthPath, {
    within: 5 * minutes,
    until,
  });
  await answers(appAddress, { within: 5 * minutes, until });
  console.log(
    'The app and the backend answer; waiting until the demo factory is loaded …',
  );
  const tooLong = new Promise((_, reject) => {
    const timer = setTimeout(
      () =>
        reject(new Error('The demo factory was not loaded within 5 minutes.')),
      5 * minutes,
    );
    timer.unref();
  });
  await Promise.race([loaded, tooLong]);
}

/**
 * Starts the app and the backend and says when they are ready.
 *
 * @param {string[]} args - passed on to "backstage-cli repo start"
 * @returns {Promise<number>} the exit code
 */
export default async function start(args) {
  const complaint = await complaintAboutPorts();
  if (complaint) {
    console.error(complaint);
    return 1;
  }
  console.log('Starting the app and the backend (about a minute) …');
  const { onLine, loaded } = watchForDemo();
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const program = startProgram('backstage-cli', ['repo', 'start', ...args], {
    env: environment(colour),
    onLine,
  });
  let over = false;
  const end = ended(program).finally(() => {
    over = true;
  });
  const until = () => {
    if (over)
      throw new Error(
        'The app or the backend ended before it was ready; see above.',
      );
  };
  const ready = waitUntilReady(loaded, until).then(() => console.log(banner));
  await Promise.race([ready, end]);
  return end;
}
