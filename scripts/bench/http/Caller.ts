import { ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Errand, Outcome } from './callerProgram';

/**
 * Sends requests from a process of its own, so that the work of asking does
 * not stand in the way of answering.
 *
 * @internal
 */
export class Caller {
  private readonly program: ChildProcess = fork(
    join(__dirname, 'callerProgram.ts'),
  );

  /** Sends the requests and tells how many milliseconds that took. */
  run(errand: Errand): Promise<number> {
    return new Promise((resolve, reject) => {
      const finish = (outcome: Outcome | object) => {
        // The loader of TypeScript also writes to this channel.
        if ('milliseconds' in outcome) {
          this.program.off('message', finish);
          resolve(outcome.milliseconds);
        } else if ('problem' in outcome) {
          this.program.off('message', finish);
          reject(new Error(outcome.problem));
        }
      };
      this.program.on('message', finish);
      this.program.send(errand);
    });
  }

  /** Ends the process. */
  stop(): void {
    this.program.kill();
  }
}
