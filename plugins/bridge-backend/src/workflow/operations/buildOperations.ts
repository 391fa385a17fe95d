import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Clock } from '../../database/Clock';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { DefinitionService } from '../DefinitionService';
import { ReferenceChecker } from '../hooks';
import { ItemService } from '../ItemService';
import { OperationsService } from './OperationsService';
import { OperationsStore } from './OperationsStore';
import { StuckFinder } from './StuckFinder';
import { StuckKeeper } from './StuckKeeper';

/** What looks after what goes on by itself. @internal */
export interface OperationsParts {
  operations: OperationsService;
  stuck: StuckKeeper;
}

/** Puts together what looks after what goes on by itself. @internal */
export function buildOperations(needs: {
  knex: Knex;
  finder: StuckFinder;
  definitions: DefinitionService;
  authorizer: Authorizer<ItemCondition>;
  references: ReferenceChecker;
  items: ItemService;
  clock: Clock;
  platform: { logger: LoggerService };
  isPaused: () => Promise<boolean>;
  wake: () => void;
}): OperationsParts {
  const store = new OperationsStore(needs.knex);
  const { logger } = needs.platform;
  return {
    operations: new OperationsService({ ...needs, store, logger }),
    stuck: new StuckKeeper({ ...needs, store }),
  };
}
