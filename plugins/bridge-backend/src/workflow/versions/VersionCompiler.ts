import {
  Compilation,
  compile,
  CompileOptions,
} from '@techbridge/bridge-workflow';
import { sha256 } from '../journalChain';
import { VersionStore } from './VersionStore';

/** As many as a plant has workflows, and some that are being worked on. */
const MOST_KEPT = 40;
const kept = new Map<string, Compilation>();

/**
 * Compiles files of workflows. What a file says of items of older versions is
 * held against those versions.
 *
 * @internal
 */
export class VersionCompiler {
  constructor(
    private readonly store: VersionStore,
    private readonly surroundings: CompileOptions,
  ) {}

  /** What the compiler makes of a file. */
  async compile(yaml: string): Promise<Compilation> {
    const { surroundings, store } = this;
    const found = compiledOnce(yaml, surroundings);
    const { id, migrations } = found.definition ?? {};
    if (id === undefined || migrations === undefined) {
      return found;
    }
    const ranges = migrations.map(({ from }) => from);
    const earlier = await store.beenInForce(id, ranges);
    return compile(yaml, { ...surroundings, earlier });
  }
}

// The same files are read at every start and reload, and seldom change.
function compiledOnce(yaml: string, surroundings: CompileOptions): Compilation {
  const key = sha256(JSON.stringify([surroundings, yaml]));
  const found = kept.get(key) ?? compile(yaml, surroundings);
  // What was asked for last stays longest.
  kept.delete(key);
  kept.set(key, found);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT) {
    kept.delete(oldest);
  }
  return found;
}
