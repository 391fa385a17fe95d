import { OutboxStore } from './OutboxStore';
import { SharedRuns } from './SharedRuns';

/**
 * Says of effects that they are done while the next ones are carried out. Those
 * that are done while one statement is under way share the next one, so that
 * what goes fast does not wait for the disk each time, and what goes slowly is
 * told of at once.
 *
 * @internal
 */
export class DoneEffects {
  private readonly runs = new SharedRuns();
  private readonly told: Promise<void>[] = [];
  private readonly waiting: number[] = [];
  private failed = false;

  constructor(private readonly outbox: OutboxStore) {}

  /** Whether of some it could not be said. */
  get hasFailed(): boolean {
    return this.failed;
  }

  /** An effect was carried out. */
  add(id: number): void {
    this.waiting.push(id);
    const run = this.runs.run('done', () => this.write());
    run.catch(() => {
      this.failed = true;
    });
    this.told.push(run);
  }

  /**
   * Waits until of all it is said.
   *
   * @throws what has kept it from being said; these come again
   */
  async written(): Promise<void> {
    await Promise.allSettled(this.told);
    // Each has ended, so that nothing is written behind anybody's back.
    await Promise.all(this.told);
  }

  private async write(): Promise<void> {
    // What takes no time is done in the same turn.
    await new Promise(resolve => setImmediate(resolve));
    const ids = this.waiting.splice(0);
    if (ids.length > 0) {
      await this.outbox.done(ids);
    }
  }
}
