import { connect, createServer } from 'node:net';

/**
 * Whether something answers on a port of this machine.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function isTaken(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(
      host =>
        new Promise(resolve => {
          const socket = connect({ port, host, timeout: 1000 });
          const say = (/** @type {boolean} */ answer) => {
            socket.destroy();
            resolve(answer);
          };
          socket.once('connect', () => say(true));
          socket.once('timeout', () => say(false));
          socket.once('error', () => say(false));
        }),
    ),
  );
  return answers.includes(true);
}

/**
 * Finds a port that nobody uses.
 *
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Waits until an address answers with success.
 *
 * @param {string} address
 * @param {{ within: number, until?: () => void }} options - `until` may throw
 *   to give up early
 */
export async function answers(address, { within, until }) {
  const end = Date.now() + within;
  let last = 'no answer';
  while (Date.now() < end) {
    until?.();
    try {
      const response = await fetch(address, {
        signal: AbortSignal.timeout(30_000),
      });
      if (response.ok) return;
      last = `status ${response.status}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  const seconds = Math.round(within / 1000);
  throw new Error(
    `${address} did not answer within ${seconds} seconds (${last}).`,
  );
}
