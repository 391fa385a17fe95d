import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Lays out files in a temporary folder, for a self-test that breaks a rule.
 *
 * @template T
 * @param {Record<string, string>} files - texts by path
 * @param {(root: string) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withTree(files, use) {
  const root = mkdtempSync(join(tmpdir(), 'tech-bridge-tree-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
