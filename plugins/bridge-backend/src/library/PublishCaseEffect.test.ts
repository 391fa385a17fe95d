import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { PublishCaseEffect } from './PublishCaseEffect';
import { RevisionStore, Transaction } from './RevisionStore';
import { TechDocsGateway } from './TechDocsGateway';
import { TECHDOCS } from './testing/startLibraryForTest';
import { publishing } from './testing/TestItems';

const NOT_YET = () => HttpResponse.text('', { status: 404 });
// TechDocs answers 200 before it knows whether it can build.
const FAILED = () =>
  HttpResponse.text(
    'event: log\ndata: "x"\n\nevent: error\ndata: "no docs"\n\n',
  );
const BUILT = () =>
  HttpResponse.text('event: log\ndata: "x"\n\nevent: finish\ndata: {}\n\n');

describe('publishing a case', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function start(found = true) {
    const tokens: (string | null)[] = [];
    const announce = jest.fn(async () => undefined);
    const publish = jest.fn(async () => found);
    const answers: (() => HttpResponse<string>)[] = [];
    server.use(
      http.get(`${TECHDOCS}/sync/default/resource/kc-014`, ({ request }) => {
        tokens.push(request.headers.get('authorization'));
        return (answers.shift() ?? BUILT)();
      }),
    );
    const logger = mockServices.logger.mock();
    const effect = new PublishCaseEffect({
      revisions: { publish } as unknown as RevisionStore,
      changes: {
        inTransaction: run => run({} as Transaction, 7),
      },
      announce,
      techDocs: new TechDocsGateway(
        mockServices.auth(),
        mockServices.discovery.mock({ getBaseUrl: async () => TECHDOCS }),
      ),
      logger,
    });
    return { effect, answers, tokens, announce, publish, logger };
  }

  it('has its pages built, and tries again while they cannot be', async () => {
    const { effect, answers, tokens, announce, publish } = start();
    answers.push(NOT_YET, FAILED);
    await expect(effect.handle(publishing('KC-014'))).rejects.toThrow(/404/);
    await expect(effect.handle(publishing('KC-014'))).rejects.toThrow(
      /no docs/,
    );
    await effect.handle(publishing('KC-014'));
    expect(publish).toHaveBeenCalledTimes(3);
    expect(publish).toHaveBeenLastCalledWith(
      {},
      'kc-014',
      '2025-12-30T20:30:00.000Z',
      7,
    );
    expect(announce).toHaveBeenCalledTimes(3);
    expect(tokens).toHaveLength(3);
    expect(tokens[0]).toMatch(/^Bearer mock-service-token/);
  });

  it('leaves them to the first reader after a few tries', async () => {
    const { effect, answers, logger } = start();
    answers.push(NOT_YET, NOT_YET, NOT_YET, NOT_YET, NOT_YET);
    for (const attempts of [1, 2, 3, 4]) {
      const again = { ...publishing('KC-014'), attempts };
      await expect(effect.handle(again)).rejects.toThrow();
    }
    expect(logger.warn).not.toHaveBeenCalled();
    await effect.handle({ ...publishing('KC-014'), attempts: 5 });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^The first reader of kc-014 builds its pages/),
    );
  });

  it('publishes recorded history without asking for its pages', async () => {
    const { effect, publish, tokens } = start();
    await effect.handle({ ...publishing('KC-014'), recorded: true });
    expect(publish).toHaveBeenCalledTimes(1);
    expect(tokens).toEqual([]);
  });

  it('does nothing for an item that is no case', async () => {
    const { effect, announce, tokens } = start(false);
    await effect.handle(publishing('KC-014'));
    expect(announce).not.toHaveBeenCalled();
    expect(tokens).toEqual([]);
  });
});
