interface Runs {
  running: Promise<void>;
  next?: Promise<void>;
}

/**
 * Lets those who ask for the same work at once share one run of it. A run that
 * had begun before somebody asked is not for them, because it may have missed
 * what they wrote.
 *
 * @internal
 */
export class SharedRuns {
  private readonly known = new Map<string, Runs>();

  /**
   * Runs the work, or waits for the run that begins next.
   *
   * @param name - says which work is the same
   */
  run(name: string, work: () => Promise<void>): Promise<void> {
    const known = this.known.get(name);
    if (!known) {
      return this.begin(name, work);
    }
    known.next ??= known.running
      .catch(() => undefined)
      .then(() => this.begin(name, work));
    return known.next;
  }

  private begin(name: string, work: () => Promise<void>): Promise<void> {
    const runs: Runs = {
      running: work().finally(() => {
        if (!runs.next) {
          this.known.delete(name);
        }
      }),
    };
    this.known.set(name, runs);
    return runs.running;
  }
}
