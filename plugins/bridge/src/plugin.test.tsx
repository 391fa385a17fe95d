import {
  createExtensionTester,
  registerMswTestHooks,
} from '@backstage/frontend-test-utils';
import { CatalogTable } from '@backstage/plugin-catalog';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import features, { systemColumns } from './index';
import * as legacy from './legacy';
import {
  casesOfSystemCard,
  contributionsCard,
  superUserOfCard,
  whoAnswersCard,
} from './extensions/entityCards';
import { OwnerCell } from './systems/OwnerCell';
import { SuperUserOfCard } from './systems/SuperUserOfCard';
import { bridgeOf } from './testing/fakeBridge';
import { renderCard } from './testing/renderPage';
import {
  aStaffedSystem,
  aSuperUser,
  aSystemEntity,
  aUser,
} from './testing/samples';

const server = setupServer();
const wms = aStaffedSystem([aSuperUser()]);
const person = aUser('ma.jun', '马俊', 'Ma Jun');

describe('plugin', () => {
  registerMswTestHooks(server);

  it('is found by apps of both frontend systems', () => {
    expect(features.$$type).toBe('@backstage/FrontendFeatureLoader');
    expect(Object.keys(legacy).sort()).toEqual([
      'BridgeCasesPage',
      'BridgeContributionsPage',
      'BridgeHomePage',
      'BridgeInboxPage',
      'BridgeItemsPage',
      'BridgeLeaderboardsPage',
      'BridgeMeetingsPage',
      'BridgeNewItemPage',
      'BridgeOperationsPage',
      'BridgeSystemsPage',
      'BridgeWorkflowsPage',
      'bridgePlugin',
    ]);
  });

  it('puts each card on the pages where it belongs', () => {
    const { filterFunction } = EntityCardBlueprint.dataRefs;
    const whoAnswers =
      createExtensionTester(whoAnswersCard).get(filterFunction);
    const superUserOf =
      createExtensionTester(superUserOfCard).get(filterFunction);
    const otherSystem = { ...aSystemEntity('wms'), spec: {} };
    expect(whoAnswers?.(aSystemEntity('wms'))).toBe(true);
    expect(whoAnswers?.(otherSystem)).toBe(false);
    expect(whoAnswers?.(person)).toBe(false);
    expect(superUserOf?.(person)).toBe(true);
    const cases = createExtensionTester(casesOfSystemCard).get(filterFunction);
    const points = createExtensionTester(contributionsCard).get(filterFunction);
    expect(cases?.(aSystemEntity('wms'))).toBe(true);
    expect(cases?.(otherSystem)).toBe(false);
    expect(points?.(person)).toBe(true);
    expect(points?.(aSystemEntity('wms'))).toBe(false);
  });

  it('shows on the page of a person what they answer for', async () => {
    server.use(...bridgeOf(wms));
    renderCard(<SuperUserOfCard />, person);
    expect(await screen.findByRole('link', { name: 'WMS' })).toHaveAttribute(
      'href',
      '/catalog/default/system/wms',
    );
    expect(screen.getByText('Lead · Day shift')).toBeInTheDocument();
  });

  it('adds the owners to the table of systems, and to no other', async () => {
    const list = (kind: string) =>
      ({
        entities: [],
        filters: { kind: { value: kind } },
      } as unknown as Parameters<typeof systemColumns>[0]);
    expect(systemColumns(list('system')).map(({ field }) => field)).toEqual([
      'entity.metadata.title',
      'resolved.entityRef',
      'bridge.business',
      'bridge.now',
      'resolved.ownedByRelationsTitle',
    ]);
    expect(systemColumns(list('user'))).toHaveLength(
      CatalogTable.defaultColumnsFunc(list('user')).length,
    );

    const asked: string[] = [];
    server.events.on('request:start', ({ request }) => {
      asked.push(new URL(request.url).pathname);
    });
    server.use(...bridgeOf(wms));
    renderCard(
      <>
        <OwnerCell column="business" name="wms" />
        <OwnerCell column="now" name="wms" />
        <OwnerCell column="now" name="unknown" />
      </>,
      person,
    );
    expect(await screen.findAllByRole('link', { name: 'Ma Jun' })).toHaveLength(
      2,
    );
    expect(asked.filter(path => path.endsWith('/systems'))).toHaveLength(1);
  });
});
