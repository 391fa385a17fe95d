/** @typedef {import('./files.mjs').File} File */

/**
 * What belongs to one machine or to the workshop of the authors, and must not
 * stand in the repository. The words are put together from pieces, so that
 * this file does not find itself.
 *
 * @type {{ pattern: RegExp, why: string }[]}
 */
const foreign = [
  {
    pattern: new RegExp(['\\.\\.', 'shared\\b'].join('/')),
    why: 'names a folder outside the repository',
  },
  {
    pattern: new RegExp(
      [
        ['registry', 'npmjs', 'org'],
        ['registry', 'yarnpkg', 'com'],
        ['registry', 'npmmirror', 'com'],
        ['pypi', 'org'],
        ['files', 'pythonhosted', 'org'],
        ['deb', 'debian', 'org'],
      ]
        .map(parts => parts.join('\\.'))
        .join('|'),
    ),
    why: 'names the host of a package registry',
  },
  {
    pattern:
      /(?<![\w.:/$}-])(\/(home|Users|work)\/[\w.-]+\/|\/root\/|[A-Z]:\\Users\\)/,
    why: 'names a folder of one machine',
  },
];

/**
 * @param {File[]} files - every file of the tree
 * @returns {string[]} the problems
 */
export function checkForeign(files) {
  return files.flatMap(({ path, text }) =>
    text.includes('\u0000')
      ? []
      : text.split('\n').flatMap((line, index) =>
          foreign
            .filter(({ pattern }) => pattern.test(line))
            .map(({ pattern, why }) => {
              const found = line.match(pattern)?.[0];
              return `${path}:${index + 1} ${why}: ${found}`;
            }),
        ),
  );
}
