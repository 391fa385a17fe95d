import { readdir } from 'fs/promises';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { BridgeTechdocsGenerator } from './BridgeTechdocsGenerator';

describe('the generator of TechDocs', () => {
  const input = createMockDirectory();
  const output = createMockDirectory();
  const stock = { run: jest.fn() };

  beforeEach(() => {
    input.setContent({ docs: { 'index.md': '# x' } });
    output.clear();
    jest.resetAllMocks();
    jest
      .spyOn(TechdocsGenerator, 'fromConfig')
      .mockReturnValue(stock as object as TechdocsGenerator);
  });

  async function run(generator: string | undefined, target?: string) {
    const config = mockServices.rootConfig({
      data: {
        app: { baseUrl: 'https://app.example.com' },
        bridge: { techdocs: { generator } },
      },
    });
    const logger = mockServices.logger.mock();
    await BridgeTechdocsGenerator.fromConfig(config, logger).run({
      inputDir: input.path,
      outputDir: output.path,
      parsedLocationAnnotation: target ? { type: 'url', target } : undefined,
      logger: logger as object as GeneratorRunOptions['logger'],
    });
    return {
      ours: (await readdir(output.path)).length > 0,
      stock: stock.run.mock.calls.length,
    };
  }

  const page = 'https://app.example.com/cases/kc-014';
  const elsewhere = 'https://git.example.com/docs/tree/main';

  it.each([
    [undefined, page, { ours: true, stock: 0 }],
    [undefined, elsewhere, { ours: true, stock: 0 }],
    ['embedded', undefined, { ours: true, stock: 0 }],
    ['mkdocs', page, { ours: true, stock: 0 }],
    ['mkdocs', elsewhere, { ours: false, stock: 1 }],
    ['mkdocs', undefined, { ours: false, stock: 1 }],
  ])('set to %s builds %s by %j', async (generator, target, expected) => {
    expect(await run(generator, target)).toEqual(expected);
  });

  it('leaves the reader of TechDocs time to see that there is no page yet', async () => {
    const since = performance.now();
    await run('embedded', page);
    expect(performance.now() - since).toBeGreaterThan(900);
  });

  it('leaves mkdocs alone unless it is asked for', async () => {
    await run('embedded', page);
    expect(TechdocsGenerator.fromConfig).not.toHaveBeenCalled();
  });

  it('is refused by another name', async () => {
    await expect(run('sphinx', page)).rejects.toThrow(
      /can be embedded or mkdocs/,
    );
  });
});
