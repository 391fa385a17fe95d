import { endpoints } from '@techbridge/plugin-bridge-common';
import { decodeCursor, presentPage } from '../http/cursor';
import { Caller, defineRoute, RouteContext } from '../http/defineRoute';
import { ClockService } from './ClockService';
import { AbsenceCaller, DelegationService } from './DelegationService';
import { DepartmentService } from './DepartmentService';
import { ProjectionService } from './ProjectionService';
import { RegisterService } from './RegisterService';
import { SystemService, SystemVersion } from './SystemService';

/** The services behind the register's routes. @internal */
export interface RegistryServices {
  systems: SystemService;
  register: RegisterService;
  departments: DepartmentService;
  projection: ProjectionService;
  clock: ClockService;
  delegations: DelegationService;
}

const versioned = ({ system, revision }: SystemVersion) => ({
  body: system,
  etag: revision,
});

/** Adds the routes of systems, super users and departments. @internal */
export function addRegistryRoutes(
  context: RouteContext,
  services: RegistryServices,
): void {
  const { systems, departments, projection, clock } = services;

  defineRoute(context, endpoints.listSystems, async ({ query, caller }) => {
    const after = decodeCursor(query.cursor, query.order);
    const slice = await systems.list(query, after, caller);
    return { body: presentPage(query.order, slice) };
  });
  defineRoute(context, endpoints.getSystem, async ({ params, caller }) =>
    versioned(await systems.get(params.name, caller)),
  );
  defineRoute(
    context,
    endpoints.listSuperUsers,
    async ({ params, query, caller }) => ({
      body: await systems.superUsers(params.name, query, caller),
    }),
  );
  defineRoute(context, endpoints.listDepartments, async ({ query, caller }) => {
    const after = decodeCursor(query.cursor, 'ref');
    const slice = await departments.list(query, after, caller);
    return { body: presentPage('ref', slice) };
  });
  defineRoute(context, endpoints.getClock, async () => ({
    body: await clock.state(),
  }));
  defineRoute(
    { ...context, allow: ['service'] },
    endpoints.catalogProjection,
    async ({ query }) => ({ body: await projection.since(query.since) }),
  );
  addRegisterRoutes(context, services.register);
  addDelegationRoutes(context, services.delegations);
}

function absenceCaller(caller: Caller): AbsenceCaller {
  const { principal } = caller;
  const person =
    principal.type === 'user' ? principal.userEntityRef : undefined;
  const name = principal.type === 'user' ? person : principal.subject;
  return { person, name: name ?? '', credentials: caller };
}

function addDelegationRoutes(
  context: RouteContext,
  delegations: DelegationService,
): void {
  defineRoute(context, endpoints.listDelegations, async ({ query, caller }) => {
    const after = decodeCursor(query.cursor, 'from', ['text', 'number']);
    const slice = await delegations.list(query, after, absenceCaller(caller));
    return { body: presentPage('from', slice) };
  });
  defineRoute(context, endpoints.addDelegation, async ({ body, caller }) => ({
    body: await delegations.add(body, absenceCaller(caller)),
  }));
  defineRoute(context, endpoints.endDelegation, async ({ params, caller }) => {
    await delegations.end(params.id, absenceCaller(caller));
    return { body: undefined };
  });
}

function addRegisterRoutes(
  context: RouteContext,
  register: RegisterService,
): void {
  defineRoute(
    context,
    endpoints.createSystem,
    async ({ body, caller, idempotencyKey }) =>
      register.create(body, caller, idempotencyKey),
  );
  defineRoute(
    context,
    endpoints.updateSystem,
    async ({ params, body, ifMatch, caller }) =>
      versioned(await register.update(params.name, body, ifMatch, caller)),
  );
  defineRoute(context, endpoints.deleteSystem, async ({ params, caller }) => {
    await register.remove(params.name, caller);
    return { body: undefined };
  });
  defineRoute(
    context,
    endpoints.appointSuperUser,
    async ({ params, body, caller }) =>
      versioned(await register.appoint(params.name, params.user, body, caller)),
  );
  defineRoute(context, endpoints.endAppointment, async ({ params, caller }) =>
    versioned(await register.endAppointment(params.name, params.user, caller)),
  );
}
