import { Knex } from 'knex';
import { STARBRIDGE, starbridgeEntities } from '../../testing/starbridge';
import {
  startBridgeForTest,
  TestPolicy,
} from '../../testing/startBridgeForTest';
import { isDemoLoaded } from '../isDemoLoaded';

const POLL_MS = 500;

/** The plugin with the demo factory, loaded to its end. @internal */
export async function demoFactory(options: {
  knex: Knex;
  policy?: TestPolicy;
}) {
  const bridge = await startBridgeForTest({
    ...options,
    entities: starbridgeEntities(),
    config: {
      bridge: {
        calendar: { timeZone: 'Asia/Shanghai' },
        demo: { folder: STARBRIDGE },
      },
    },
  });
  while (!(await isDemoLoaded(options.knex))) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  return bridge;
}
