import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openTemporaryFolder, root } from './paths.mjs';
import { beforeLeaving, capture } from './processes.mjs';

const require = createRequire(join(root, 'package.json'));

/** Keep Chromium quiet on a closed network and able to run as root. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser must not depend on the fonts of the machine: one without Chinese
 * fonts would draw boxes. So it gets Noto Sans for Chinese from an npm package,
 * and the Latin letters that come with Chromium.
 *
 * @param {string} folder
 * @returns {string} the path of a configuration for fontconfig
 */
function configureFonts(folder) {
  const chinese = join(
    dirname(require.resolve('@embedpdf/fonts-sc')),
    '..',
    'fonts',
  );
  if (!existsSync(chinese))
    throw new Error(`The Chinese fonts are missing in ${chinese}.`);
  const latin = join(folder, 'fonts');
  const file = join(folder, 'fonts.conf');
  const prefer = ['Open Sans', 'Noto Sans Hans', 'Noto Sans SC']
    .map(family => `<family>${family}</family>`)
    .join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${latin}</dir>
  <dir>${chinese}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer>${prefer}</prefer></alias>
</fontconfig>
`,
  );
  return file;
}

/**
 * Unpacks the Chromium that comes from npm. The package reuses whatever lies
 * in the temporary folder, so each run gets a private one, and this happens in
 * a process of its own, because the package changes the environment.
 *
 * @param {string} folder
 * @returns {Promise<string>} the path of the executable
 */
async function unpack(folder) {
  const program = `
    import chromium from '@sparticuz/chromium';
    chromium.setGraphicsMode = false;
    console.log(await chromium.executablePath());
  `;
  const { code, output } = await capture(
    process.execPath,
    ['--input-type=module', '--eval', program],
    {
      env: {
        ...process.env,
        TMPDIR: folder,
        // Makes it bring its own NSS libraries.
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      },
    },
  );
  const executable = join(folder, 'chromium');
  if (code !== 0 || !existsSync(executable)) {
    throw new Error(
      `The Chromium for the tests could not be unpacked:\n${output}`,
    );
  }
  return executable;
}

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args
 * @property {Record<string, string | undefined>} env
 */

/**
 * Makes a Chromium ready: the one named by CHROMIUM_PATH, else the one that
 * comes from npm.
 *
 * @returns {Promise<{ browser: Browser, remove: () => void }>}
 */
export async function prepareChromium() {
  const folder = openTemporaryFolder('chromium');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = beforeLeaving(remove);
  const executablePath = process.env.CHROMIUM_PATH ?? (await unpack(folder));
  const libraries = [
    join(folder, 'al2023', 'lib'),
    process.env.LD_LIBRARY_PATH,
  ];
  const browser = {
    executablePath,
    args: flags,
    env: {
      ...process.env,
      FONTCONFIG_FILE: configureFonts(folder),
      ...(process.env.CHROMIUM_PATH
        ? {}
        : { LD_LIBRARY_PATH: libraries.filter(Boolean).join(':') }),
    },
  };
  return {
    browser,
    remove: () => {
      forget();
      remove();
    },
  };
}
