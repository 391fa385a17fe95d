import { Attempt, StoryTeller } from './StoryTeller';

const NOTE = '与基线同一口径，取自MES异常日志。';
const REASON = '夜班反映异常又多了。';

/** Measures a verified benefit again, and judges what was measured. */
export class BenefitReview {
  /** The rows that stand in the item. */
  private rows: object[] = [];

  constructor(
    private readonly teller: StoryTeller,
    private readonly item: string,
  ) {}

  /** Reads the rows that stand in the item, to send them along from now on. */
  async keep(): Promise<object[]> {
    const { data } = await this.teller.item(this.item);
    this.rows = data.reviews as object[];
    return this.rows;
  }

  /** Enters a row after those that were kept. */
  measure(
    value: number,
    row: object = {},
    { name = 'chen.zhiyuan', leaveOut = 0 } = {},
  ): Promise<Attempt> {
    const period = { from: '2025-12-01', to: '2025-12-28' };
    const measured = { value, ...period, n: 311, note: NOTE, ...row };
    return this.teller.attempt(name, this.item, 'measure', {
      reviews: [...this.rows.slice(leaveOut), measured],
    });
  }

  /** Confirms what was measured, or opens the benefit anew. */
  judge(action: string, name = 'su.min'): Promise<Attempt> {
    const data = { reviewNote: NOTE };
    return this.teller.attempt(name, this.item, action, data);
  }

  /** Asks for a measurement, with a reason. */
  ask(action: string, name = 'su.min'): Promise<Attempt> {
    return this.teller.attempt(name, this.item, action, {}, 'en', REASON);
  }

  /** Who was told to measure or to confirm, one after the other. */
  asked(): string[][] {
    return this.teller.bridge.notifications
      .filter(
        ({ title, link }) =>
          link?.endsWith(this.teller.key(this.item)) &&
          /请复测|请确认复测/.test(title),
      )
      .map(({ to }) => to);
  }
}
