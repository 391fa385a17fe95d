import { createBackend } from '@backstage/backend-defaults';
import { optionalFeatures } from './optionalFeatures';
import { createStartLock } from './startLock';

const backend = createBackend();
const startLock = createStartLock();

backend.add(startLock.feature);

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@techbridge/plugin-techdocs-backend-module-bridge'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@techbridge/plugin-bridge-backend'));
backend.add(import('@techbridge/plugin-catalog-backend-module-bridge'));

backend.add(import('./examplePolicy'));
backend.add(optionalFeatures);

backend
  .start()
  .then(() => startLock.release())
  .catch(error => {
    // eslint-disable-next-line no-console
    console.error(error);
    process.exit(1);
  });
