import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { aUser } from '../testing/samples';
import { useIsInCatalog } from './useIsInCatalog';

const REF = 'user:default/ma.jun';

describe('useIsInCatalog', () => {
  it('looks again until the catalog shows the entity, also after a failure', async () => {
    const catalogApi = catalogApiMock.mock();
    catalogApi.getEntitiesByRefs
      .mockResolvedValueOnce({ items: [undefined] })
      .mockRejectedValueOnce(new Error('not now'))
      .mockResolvedValue({ items: [aUser('ma.jun', '马俊', 'Ma Jun')] });
    const { result, rerender } = renderHook(
      ({ entityRef }: { entityRef?: string }) => useIsInCatalog(entityRef),
      {
        initialProps: { entityRef: REF as string | undefined },
        wrapper: ({ children }: { children: ReactNode }) => (
          <TestApiProvider apis={[[catalogApiRef, catalogApi]]}>
            {children}
          </TestApiProvider>
        ),
      },
    );
    expect(result.current).toBe(false);
    await waitFor(() => expect(result.current).toBe(true), { timeout: 9_000 });
    expect(catalogApi.getEntitiesByRefs).toHaveBeenCalledTimes(3);

    rerender({ entityRef: undefined });
    expect(result.current).toBe(false);
  });
});
