const KEPT_FOR_MS = 5_000;
const MOST_KEPT = 1_000;

interface Kept<T> {
  answer: Promise<T>;
  /** Never, while the question is under way. */
  endsAt: number;
}

/**
 * Keeps what was answered for five seconds, so that one question is asked once
 * by all who have it meanwhile, and by one at a time however long it takes.
 *
 * @internal
 */
export class RecentAnswers<T> {
  private readonly kept = new Map<string, Kept<T>>();

  /** @param now - milliseconds of a clock that goes on by itself */
  constructor(private readonly now = () => performance.now()) {}

  /** The answer that is kept, or else a new one. */
  get(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.kept.get(question);
    if (known && this.now() < known.endsAt) {
      return known.answer;
    }
    if (this.kept.size >= MOST_KEPT) {
      this.kept.clear();
    }
    const asked: Kept<T> = { answer: ask(), endsAt: Infinity };
    asked.answer = asked.answer.finally(() => {
      asked.endsAt = this.now() + KEPT_FOR_MS;
    });
    this.kept.set(question, asked);
    return asked.answer;
  }

  /** Lets everything be asked anew; what is under way answers those who wait. */
  forget(): void {
    this.kept.clear();
  }
}
