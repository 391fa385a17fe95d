import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  ENTERPRISE_SYSTEM_TYPE,
  SUPER_USERS_TYPE,
} from '@techbridge/plugin-bridge-common';

const enterpriseSystem = {
  kind: 'system',
  'spec.type': ENTERPRISE_SYSTEM_TYPE,
};

/** "Who answers for this system" on the page of a system and of its team. @internal */
export const whoAnswersCard = EntityCardBlueprint.make({
  name: 'who-answers',
  params: {
    type: 'content',
    filter: {
      $any: [
        enterpriseSystem,
        { kind: 'group', 'spec.type': SUPER_USERS_TYPE },
      ],
    },
    loader: () =>
      import('../systems/WhoAnswersCard').then(({ WhoAnswersCard }) => (
        <WhoAnswersCard />
      )),
  },
});

/** What a system is, in the reader's language. @internal */
export const systemFactsCard = EntityCardBlueprint.make({
  name: 'system-facts',
  params: {
    type: 'info',
    filter: enterpriseSystem,
    loader: () =>
      import('../systems/SystemFactsCard').then(({ SystemFactsCard }) => (
        <SystemFactsCard />
      )),
  },
});

/** "Super user of" on the page of a person. @internal */
export const superUserOfCard = EntityCardBlueprint.make({
  name: 'super-user-of',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () =>
      import('../systems/SuperUserOfCard').then(({ SuperUserOfCard }) => (
        <SuperUserOfCard />
      )),
  },
});

/** "Cases of this system" on the page of a system. @internal */
export const casesOfSystemCard = EntityCardBlueprint.make({
  name: 'cases-of-system',
  params: {
    type: 'content',
    filter: enterpriseSystem,
    loader: () =>
      import('../library/CasesOfSystemCard').then(({ CasesOfSystemCard }) => (
        <CasesOfSystemCard />
      )),
  },
});

/** "Out of office" on the page of a person. @internal */
export const absenceCard = EntityCardBlueprint.make({
  name: 'absence',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () =>
      import('../inbox/AbsenceCard').then(({ AbsenceCard }) => <AbsenceCard />),
  },
});

/** "Contributions" on the page of a person. @internal */
export const contributionsCard = EntityCardBlueprint.make({
  name: 'contributions',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () =>
      import('../recognition/ContributionsCard').then(
        ({ ContributionsCard }) => <ContributionsCard />,
      ),
  },
});
