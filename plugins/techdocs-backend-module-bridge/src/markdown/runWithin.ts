import { createContext, runInContext } from 'vm';

const room: { work?: () => unknown } = {};
createContext(room);

/**
 * Runs what might take forever, and cuts it off when the time is over. What was
 * cut off gives nothing.
 *
 * @internal
 */
export function runWithin<T>(
  milliseconds: number,
  work: () => T,
): T | undefined {
  room.work = work;
  try {
    return runInContext('work()', room, { timeout: milliseconds });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return undefined;
    }
    throw error;
  } finally {
    delete room.work;
  }
}
