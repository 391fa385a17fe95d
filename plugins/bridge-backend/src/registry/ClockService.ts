import { ClockState } from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';

/**
 * Tells the clock that rules count with.
 *
 * @internal
 */
export class ClockService {
  constructor(private readonly clock: Clock) {}

  /** The date and time, and whether they are the demo's. */
  async state(): Promise<ClockState> {
    const { clock } = this;
    return {
      now: (await clock.now()).toISO() ?? '',
      timeZone: clock.timeZone,
      demo: await clock.isShifted(),
    };
  }
}
