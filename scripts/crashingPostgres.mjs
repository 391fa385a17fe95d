import { startPostgres } from './postgres.mjs';
import { leave } from './processes.mjs';

/*
 * A PostgreSQL of its own for a program that lets it crash: it says by messages
 * when, and is answered when it has come to that. It ends with its parent.
 */

/** @type {import('./postgres.mjs').Postgres | undefined} */
let postgres;

const requests = {
  // A commit that was answered must be there after the crash.
  start: async () => {
    postgres = await startPostgres({ durable: true });
    return postgres.address();
  },
  kill: () => postgres?.crash('kill'),
  immediate: () => postgres?.crash('immediate'),
  recover: () => postgres?.recover(),
};

process.on('message', (/** @type {keyof typeof requests} */ name) => {
  Promise.resolve(requests[name]?.()).then(
    value => process.send?.({ value }),
    error => process.send?.({ error: String(error) }),
  );
});

process.on('disconnect', () => {
  (postgres?.stop() ?? Promise.resolve())
    .catch(() => undefined)
    .then(leave)
    .finally(() => process.exit());
});
