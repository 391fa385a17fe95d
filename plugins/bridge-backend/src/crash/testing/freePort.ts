import { randomInt } from 'crypto';
import { once } from 'events';
import { createServer } from 'net';

// Below those that a system gives to connections, so that nobody has taken it
// when it is opened again.
const FIRST = 20_000;
const LAST = 32_000;

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const port = randomInt(FIRST, LAST);
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return freePort();
  }
  server.close();
  await once(server, 'close');
  return port;
}
