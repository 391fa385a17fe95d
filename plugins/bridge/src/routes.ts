import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The landing page. @public */
export const homeRouteRef = createRouteRef({ id: 'bridge.home' });

/** The Systems page: who owns which system, whom to ask now. @public */
export const systemsRouteRef = createRouteRef({ id: 'bridge.systems' });

/** The form that registers a system. @public */
export const newSystemRouteRef = createSubRouteRef({
  id: 'bridge.systems.new',
  parent: systemsRouteRef,
  path: '/new',
});
