import { SharedRuns } from './SharedRuns';

/** Work that is done when the test says so. */
class SlowWork {
  readonly ends: (() => void)[] = [];
  readonly fails: ((error: Error) => void)[] = [];

  readonly begin = () =>
    new Promise<void>((resolve, reject) => {
      this.ends.push(resolve);
      this.fails.push(reject);
    });
}

const turnOver = () => new Promise(resolve => setImmediate(resolve));

describe('work that many ask for at once', () => {
  it('runs once for those who wait, and anew for those who ask later', async () => {
    const runs = new SharedRuns();
    const { begin, ends } = new SlowWork();
    const done: string[] = [];
    const ask = (name: string) =>
      runs.run('board', begin).then(() => done.push(name));
    const first = ask('first');
    const others = [ask('second'), ask('third')];
    expect(ends).toHaveLength(1);

    ends[0]();
    await first;
    await turnOver();
    expect([done, ends.length]).toEqual([['first'], 2]);

    // The run of the others has begun, so this one needs another.
    const last = ask('last');
    ends[1]();
    await Promise.all(others);
    await turnOver();
    expect([done, ends.length]).toEqual([['first', 'second', 'third'], 3]);

    ends[2]();
    await last;
    const later = ask('later');
    expect(ends).toHaveLength(4);
    ends[3]();
    await later;
  });

  it('does not wait for other work, nor stop when a run fails', async () => {
    const runs = new SharedRuns();
    const { begin, ends, fails } = new SlowWork();
    const failing = runs.run('one', begin);
    const waiting = runs.run('one', begin);
    const other = runs.run('other', begin);
    expect(ends).toHaveLength(2);
    ends[1]();
    await other;

    fails[0](new Error('gone'));
    await expect(failing).rejects.toThrow('gone');
    await turnOver();
    ends[2]();
    await expect(waiting).resolves.toBeUndefined();
  });
});
