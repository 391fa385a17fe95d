import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { remembered } from './remembered';

/** The bridge's clock as it runs on in this browser. @internal */
export interface Clock {
  /** Today in the plant, as `2025-12-31`. */
  today(): string;
  /** The present moment, in milliseconds as `Date.now()` counts them. */
  now(): number;
  /** The time zone of the plant, such as `Asia/Shanghai`. */
  timeZone: string;
  /** Whether the clock shows a demo date. */
  demo: boolean;
}

const loadClock = remembered(async (api: BridgeApi): Promise<Clock> => {
  const { now, timeZone, demo } = await api.getClock();
  const ahead = Date.parse(now) - Date.now();
  // Swedish writes dates as ISO does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone });
  return {
    demo,
    timeZone,
    now: () => Date.now() + ahead,
    today: () => format.format(Date.now() + ahead),
  };
});

/**
 * The clock that terms count with; undefined until it is known.
 *
 * @internal
 */
export function useClock(): Clock | undefined {
  const api = useApi(bridgeApiRef);
  return useAsync(() => loadClock(api), [api]).value;
}
