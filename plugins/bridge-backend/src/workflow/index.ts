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
  LocalEffect,
  JournalRow,
  OutboxEffect,
  Projection,
  ReferenceChecker,
  RoleResolver,
} from './hooks';
export { canonicalJson, sha256 } from './journalChain';
export type { KeptAnswer, KeptAnswers } from './KeptAnswers';
export { SYSTEM_ACTOR } from './PersonStore';
