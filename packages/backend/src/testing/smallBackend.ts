import { createBackend } from '@backstage/backend-defaults';
import { createStartLock } from '../startLock';

/*
 * A backend for tests that end it by force: what the bridge cannot do without,
 * and nothing else, so that it is back soon. It ends with its parent.
 */

process.on('disconnect', () => process.exit());

const backend = createBackend();
const startLock = createStartLock();

backend.add(startLock.feature);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@techbridge/plugin-bridge-backend'));
backend.add(import('../examplePolicy'));
backend.add(import('../persona/personaModule'));

backend
  .start()
  .then(() => startLock.release())
  .catch(error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exit(1);
  });
