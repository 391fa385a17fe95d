import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ItemCommandService } from '../ItemCommandService';
import { HandOverService } from './HandOverService';
import { OperationsNeeds, OperationsService } from './OperationsService';
import { OperationsStore } from './OperationsStore';
import { OperationsServices } from './routes';
import { StuckKeeper } from './StuckKeeper';

/** What looks after what goes on by itself. @internal */
export interface OperationsParts extends OperationsServices {
  stuck: StuckKeeper;
}

/** Puts together what looks after what goes on by itself. @internal */
export function buildOperations(
  needs: Omit<OperationsNeeds, 'store' | 'logger'> & {
    knex: Knex;
    commands: ItemCommandService;
    platform: { logger: LoggerService };
    isPaused: () => Promise<boolean>;
  },
): OperationsParts {
  const store = new OperationsStore(needs.knex);
  const { logger } = needs.platform;
  return {
    operations: new OperationsService({ ...needs, store, logger }),
    handOvers: new HandOverService(needs),
    stuck: new StuckKeeper({ ...needs, store }),
  };
}
