/**
 * Tech Bridge: who answers for which system, and whom to ask now.
 *
 * @packageDocumentation
 */
export { bridgeFeatures as default } from './bridgeFeatures';
export { bridgePlugin } from './plugin';
export { catalogGraphModule } from './extensions/catalogGraphModule';
export { bridgeApiRef } from './api/bridgeApiRef';
export type { BridgeApi, SystemQuery } from './api/bridgeApiRef';
export {
  caseRouteRef,
  casesRouteRef,
  contributionsRouteRef,
  docsRouteRef,
  editCaseRouteRef,
  homeRouteRef,
  inboxRouteRef,
  itemRouteRef,
  itemsRouteRef,
  leaderboardsRouteRef,
  newCaseRouteRef,
  newItemRouteRef,
  newItemsRouteRef,
  newSystemRouteRef,
  systemsRouteRef,
} from './routes';
export { PersonAvatar } from './components/PersonAvatar';
export { useDocumentTitle } from './components/useDocumentTitle';
export { systemColumns } from './extensions/systemColumns';
