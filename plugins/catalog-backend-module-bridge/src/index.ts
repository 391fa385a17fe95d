/**
 * Super-user teams, registered systems and their relations in the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleBridge as default } from './catalogModuleBridge';
