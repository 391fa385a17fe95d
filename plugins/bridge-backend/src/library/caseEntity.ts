import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_TITLE_EN,
  ANNOTATION_TITLE_ZH,
} from '@techbridge/plugin-bridge-common';
import { PublishedCase } from './caseRows';
import { summaryOf } from './markdown';
import { superUserTeamOf } from './model';

/** The `spec.type` of a published case. @internal */
export const CASE_STUDY_TYPE = 'case-study';

const TECHDOCS_REF = 'backstage.io/techdocs-ref';

// The tables of the catalog and of TechDocs show it in a narrow column.
const DESCRIPTION_LENGTH = 60;

/**
 * What the catalog shows of a published case: a resource that depends on its
 * systems and is read in TechDocs.
 *
 * @param appBaseUrl - where the app stands; without it there are no documents
 * @internal
 */
export function caseEntity(
  published: PublishedCase,
  appBaseUrl: string | undefined,
): Entity {
  const { id, title, language, systems, author, body } = published;
  const [first] = systems;
  const location = `bridge:cases/${id}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: id,
      title,
      description: summaryOf(body, DESCRIPTION_LENGTH),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        // A case has one language; readers of the other see the same title.
        [language === 'zh' ? ANNOTATION_TITLE_ZH : ANNOTATION_TITLE_EN]: title,
        ...(appBaseUrl && { [TECHDOCS_REF]: `url:${appBaseUrl}/cases/${id}` }),
      },
    },
    spec: {
      type: CASE_STUDY_TYPE,
      owner: first ? superUserTeamOf(first) : author.ref,
      dependsOn: systems,
    },
  };
}
