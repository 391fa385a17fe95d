import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  GeneratorBase,
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { setTimeout as pause } from 'timers/promises';
import { caseIdOf } from './caseIdOf';
import { generateSite } from './site/generateSite';

// Backstage's reader asks for the page and for its build at the same moment. It
// stays blank for good when the build ends before it has understood that there
// is no page yet.
const LEAST_MS = 1_000;

/**
 * The generator of TechDocs. A Backstage app has exactly one, so this one also
 * answers for documents that are none of ours: it builds them as well, or
 * leaves them to the stock generator where the operator prefers mkdocs.
 *
 * @internal
 */
export class BridgeTechdocsGenerator implements GeneratorBase {
  constructor(
    private readonly appBaseUrl: string | undefined,
    private readonly stock: GeneratorBase | undefined,
  ) {}

  static fromConfig(
    config: Config,
    logger: LoggerService,
  ): BridgeTechdocsGenerator {
    const choice =
      config.getOptionalString('bridge.techdocs.generator') ?? 'embedded';
    if (choice !== 'embedded' && choice !== 'mkdocs') {
      throw new InputError(
        `bridge.techdocs.generator is ${choice}; it can be embedded or mkdocs`,
      );
    }
    return new BridgeTechdocsGenerator(
      config.getOptionalString('app.baseUrl'),
      choice === 'mkdocs'
        ? TechdocsGenerator.fromConfig(config, { logger })
        : undefined,
    );
  }

  async run(options: GeneratorRunOptions): Promise<void> {
    const source = options.parsedLocationAnnotation?.target ?? '';
    if (this.stock && !caseIdOf(source, this.appBaseUrl)) {
      await this.stock.run(options);
    } else {
      await Promise.all([generateSite(options), pause(LEAST_MS)]);
    }
  }
}
