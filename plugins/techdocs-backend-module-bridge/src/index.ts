/**
 * Cases in TechDocs, and a TechDocs generator that needs neither Python nor
 * Docker.
 *
 * @packageDocumentation
 */
export { techdocsBridge as default } from './techdocsBridge';
