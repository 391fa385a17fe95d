import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ChildProcess, fork } from 'child_process';
import { once } from 'events';

const PROGRAM = resolvePackagePath(
  '@techbridge/plugin-bridge-backend',
  '../../scripts/crashingPostgres.mjs',
);

/**
 * A PostgreSQL of its own, which commits as safely as in production and is
 * ended in the middle of whatever it does.
 */
export class CrashingPostgres {
  private constructor(
    private readonly program: ChildProcess,
    /** A connection string. */
    readonly address: string,
  ) {}

  /** Starts one. */
  static async start(): Promise<CrashingPostgres> {
    const program = fork(PROGRAM, [], { execArgv: [] });
    const address = await ask(program, 'start');
    return new CrashingPostgres(program, String(address));
  }

  /** Ends it by SIGKILL, or by the fastest way that PostgreSQL has itself. */
  async crash(how: 'kill' | 'immediate'): Promise<void> {
    await ask(this.program, how);
  }

  /** Starts it again, on the data that the crash has left. */
  async recover(): Promise<void> {
    await ask(this.program, 'recover');
  }

  /** Ends it and removes its data. */
  async stop(): Promise<void> {
    const gone = once(this.program, 'exit');
    this.program.disconnect();
    await gone;
  }
}

async function ask(program: ChildProcess, request: string): Promise<unknown> {
  const answered = once(program, 'message');
  program.send(request);
  const [{ value, error }] = await answered;
  if (error) {
    throw new Error(error);
  }
  return value;
}
