import {
  Compilation,
  compile,
  CompileOptions,
} from '@techbridge/bridge-workflow';
import { VersionStore } from './VersionStore';

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
    const found = compile(yaml, surroundings);
    const { id, migrations } = found.definition ?? {};
    if (id === undefined || migrations === undefined) {
      return found;
    }
    const ranges = migrations.map(({ from }) => from);
    const earlier = await store.beenInForce(id, ranges);
    return compile(yaml, { ...surroundings, earlier });
  }
}
