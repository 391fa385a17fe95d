import { z } from 'zod';
import { attachmentEndpoints } from './attachmentEndpoints';
import { delegationEndpoints } from './delegation';
import { followingEndpoints } from './followingEndpoints';
import { itemEndpoints } from './itemEndpoints';
import { libraryEndpoints } from './libraryEndpoints';
import { meetingEndpoints } from './meetingEndpoints';
import { migrationEndpoints } from './migrationEndpoints';
import { operationsEndpoints } from './operationsEndpoints';
import { recognitionEndpoints } from './recognitionEndpoints';
import { savedFilterEndpoints } from './savedFilter';
import { systemEndpoints } from './systemEndpoints';
import { versionEndpoints } from './versionEndpoints';
import { workflowEndpoints } from './workflowEndpoints';

/**
 * Every endpoint below `/api/bridge`. Router, client and OpenAPI document are
 * made from this table.
 *
 * @public
 */
export const endpoints = {
  ...systemEndpoints,
  ...workflowEndpoints,
  ...versionEndpoints,
  ...migrationEndpoints,
  ...itemEndpoints,
  ...followingEndpoints,
  ...attachmentEndpoints,
  ...savedFilterEndpoints,
  ...libraryEndpoints,
  ...recognitionEndpoints,
  ...delegationEndpoints,
  ...operationsEndpoints,
  ...meetingEndpoints,
};

/** The name of an endpoint. @public */
export type EndpointName = keyof typeof endpoints;

/** The clock that rules count with. @public */
export type ClockState = z.infer<typeof endpoints.getClock.answer>;

/** A department or group with its title. @public */
export type Department = z.infer<
  typeof endpoints.listDepartments.answer
>['items'][number];

/** What a search over systems may ask for. @public */
export type ListSystemsQuery = z.infer<typeof endpoints.listSystems.query>;

/** What a search for helpers may ask for. @public */
export type HelpersQuery = z.infer<typeof endpoints.listSuperUsers.query>;

/** What a search over items may ask for. @public */
export type ListItemsQuery = z.infer<typeof endpoints.listItems.query>;

/** Which items an export may ask for. @public */
export type ExportItemsQuery = z.infer<typeof endpoints.exportItems.query>;

/** What a search for similar items asks for. @public */
export type SimilarItemsQuery = z.infer<
  typeof endpoints.listSimilarItems.query
>;

/** A page of an item's history. @public */
export type JournalPage = z.infer<typeof endpoints.getJournal.answer>;

/** What a search over cases may ask for. @public */
export type ListCasesQuery = z.infer<typeof endpoints.listCases.query>;

/** A leaderboard of a season. @public */
export type Leaderboard = z.infer<typeof endpoints.getLeaderboard.answer>;

/** The points of a person. @public */
export type Contributions = z.infer<typeof endpoints.listContributions.answer>;

/** A season. @public */
export type Season = z.infer<
  typeof endpoints.listSeasons.answer
>['items'][number];
