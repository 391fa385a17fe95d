import { Knex } from 'knex';
import { Clock } from '../../../plugins/bridge-backend/src/database/Clock';
import { Authorizer } from '../../../plugins/bridge-backend/src/permissions/Authorizer';
import { systemResourceRef } from '../../../plugins/bridge-backend/src/permissions/rules';
import { THREE_SHIFTS } from '../../../plugins/bridge-backend/src/registry/model';
import { SystemService } from '../../../plugins/bridge-backend/src/registry/SystemService';
import { SystemStore } from '../../../plugins/bridge-backend/src/registry/SystemStore';
import {
  allowingPermissions,
  emptyRegistry,
} from '../backend/allowingPermissions';

/** The service of systems, whose permission check answers at once. @internal */
export function createService(knex: Knex): SystemService {
  return new SystemService(
    new SystemStore(knex),
    new Authorizer(allowingPermissions, emptyRegistry, systemResourceRef),
    new Clock(knex, 'Asia/Shanghai'),
    THREE_SHIFTS,
  );
}
