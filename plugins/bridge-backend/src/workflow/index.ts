/** What other areas may use of the engine room. */
export type {
  Directory,
  DueEffect,
  ItemData,
  WorkItem,
} from '@techbridge/bridge-workflow';
export type {
  DirectoryReader,
  DraftEffect,
  EffectHandler,
  ItemToCreate,
  JournalRow,
  OutboxEffect,
  Projection,
  ReferenceChecker,
  RoleResolver,
} from './hooks';
export { SYSTEM_ACTOR } from './PersonStore';
