import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ChildProcess, fork } from 'child_process';
import { once } from 'events';
import { closeSync, openSync, readFileSync } from 'fs';
import { dirname } from 'path';
import { setTimeout } from 'timers/promises';

const PATIENCE_MS = 90_000;
const POLL_MS = 50;

// Where a program that stands elsewhere finds what it does not bring with it.
const MODULES = resolvePackagePath(
  '@techbridge/plugin-bridge-backend',
  '../../node_modules',
);

/**
 * A small backend as a process of its own, which can be ended by force, held
 * and let go on. It ends with the process that has started it.
 */
export class BackendProcess {
  /** Whether it has come up and was not ended since. */
  isReady = false;
  private child?: ChildProcess;

  constructor(
    readonly address: string,
    private readonly files: { program: string; config: string; log: string },
  ) {}

  /** Starts it; answers when it serves. */
  async start(): Promise<void> {
    const { program, config, log } = this.files;
    const output = openSync(log, 'a');
    const child = fork(program, ['--config', config], {
      cwd: dirname(program),
      env: {
        ...{ ...process.env, NODE_PATH: MODULES },
        ...{ NODE_ENV: 'development', LOG_LEVEL: 'warn' },
      },
      execArgv: [],
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    this.child = child;
    const end = Date.now() + PATIENCE_MS;
    while (!(await this.serves())) {
      if (this.child !== child) {
        return;
      }
      if (child.exitCode !== null || Date.now() > end) {
        throw new Error(`A backend does not come up:\n${this.lastLines()}`);
      }
      await setTimeout(POLL_MS);
    }
    this.isReady = this.child === child;
  }

  /** Whether it runs, and nobody has had to start it again since. */
  isAlive(): boolean {
    const { child } = this;
    return child?.exitCode === null && child.signalCode === null;
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    const { child } = this;
    this.isReady = false;
    this.child = undefined;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
  }

  /** Lets it stand still in the middle of whatever it does. */
  hold(): void {
    this.child?.kill('SIGSTOP');
  }

  /** Lets it go on as if no time had passed. */
  letGo(): void {
    this.child?.kill('SIGCONT');
  }

  private async serves(): Promise<boolean> {
    try {
      const path = '/.backstage/health/v1/readiness';
      const { ok } = await fetch(`${this.address}${path}`);
      return ok;
    } catch {
      return false;
    }
  }

  private lastLines(): string {
    return readFileSync(this.files.log, 'utf8')
      .split('\n')
      .slice(-40)
      .join('\n');
  }
}
