import { endpoints } from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { defineRoute, RouteContext } from '../http/defineRoute';
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
  clock: Clock;
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

  defineRoute(context, endpoints.listSystems, async ({ query, caller }) => ({
    body: await systems.list(query, caller),
  }));
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
  defineRoute(context, endpoints.listDepartments, async input => ({
    body: await departments.list(input.query, input.caller),
  }));
  defineRoute(context, endpoints.getClock, async () => ({
    body: {
      now: (await clock.now()).toISO() ?? '',
      timeZone: clock.timeZone,
      demo: await clock.isShifted(),
    },
  }));
  defineRoute(
    { ...context, allow: ['service'] },
    endpoints.catalogProjection,
    async ({ query }) => ({ body: await projection.since(query.since) }),
  );
  addRegisterRoutes(context, services.register);
}

function addRegisterRoutes(
  context: RouteContext,
  register: RegisterService,
): void {
  defineRoute(context, endpoints.createSystem, async ({ body, caller }) =>
    versioned(await register.create(body, caller)),
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
      versioned(
        await register.appoint(params.name, params.user, body, caller),
      ),
  );
  defineRoute(context, endpoints.endAppointment, async ({ params, caller }) =>
    versioned(
      await register.endAppointment(params.name, params.user, caller),
    ),
  );
}
