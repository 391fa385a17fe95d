import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CustomNeed,
  Directory,
  DirectoryNeeds,
} from '@techbridge/bridge-workflow';
import { RoleResolver as PeopleSource } from '@techbridge/plugin-bridge-node';
import { DirectoryReader, RoleResolver } from '../workflow';
import { RecentAnswers } from './RecentAnswers';
import { withPatience } from './withPatience';

// A command waits for it, and its item waits with it.
const PATIENCE_MS = 5_000;

const PERSON = /^user:[a-z0-9][-a-z0-9_.]*\/[a-z0-9][-a-z0-9_.]*$/;

type Directories = RoleResolver & DirectoryReader;

/**
 * Who is who, with the people whom modules name. A source that fails has
 * nobody: then the role is empty, and whatever waits for it is shown under
 * Operations. What a source has answered holds for five seconds, a failure as
 * well, so that a slow one does not make every command wait.
 *
 * @internal
 */
export class CustomDirectories implements RoleResolver, DirectoryReader {
  private readonly sources: Map<string, PeopleSource>;
  private readonly answers = new RecentAnswers<string[] | undefined>();

  constructor(
    private readonly parts: {
      directories: Directories;
      sources: PeopleSource[];
      logger: LoggerService;
    },
  ) {
    this.sources = new Map(parts.sources.map(one => [one.source, one]));
  }

  /** Reads in the transaction of a command. */
  async load(
    ...[trx, needs, now]: Parameters<Directories['load']>
  ): Promise<Directory> {
    // Asked first: the rows of the transaction are held as short as can be.
    const custom = await this.ask(needs);
    return {
      ...(await this.parts.directories.load(trx, needs, now)),
      ...custom,
    };
  }

  /** Reads for somebody who looks. */
  async read(needs: DirectoryNeeds, now: string): Promise<Directory> {
    const custom = await this.ask(needs);
    return { ...(await this.parts.directories.read(needs, now)), ...custom };
  }

  /** Lets the sources be asked anew. */
  refresh(): void {
    this.answers.forget();
  }

  private async ask({ custom = [] }: DirectoryNeeds) {
    const needs = new Map(custom.map(need => [keyOf(need), need]));
    const people = new Map<string, string[]>();
    let isIncomplete = false;
    await Promise.all(
      [...needs].map(async ([key, need]) => {
        const found = await this.answers.get(key, () => this.people(need));
        isIncomplete ||= found === undefined;
        people.set(key, found ?? []);
      }),
    );
    return {
      customPeople: (need: CustomNeed) => people.get(keyOf(need)) ?? [],
      isIncomplete,
    };
  }

  private async people(need: CustomNeed): Promise<string[] | undefined> {
    try {
      const source = this.sources.get(need.source);
      if (!source) {
        throw new Error('no module adds it');
      }
      const found = await withPatience(
        () => source.resolve(need.with),
        PATIENCE_MS,
      );
      const refs = found.map(ref => ref.toLowerCase());
      const stranger = refs.find(ref => !PERSON.test(ref));
      if (stranger !== undefined) {
        throw new Error(`“${stranger}” is no reference of a person`);
      }
      return [...new Set(refs)];
    } catch (error) {
      this.parts.logger.error(
        `The role source ${need.source} failed, so nobody is in its role: ${error}`,
      );
      return undefined;
    }
  }
}

function keyOf({ source, with: parameters }: CustomNeed): string {
  const sorted = Object.entries(parameters).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return JSON.stringify([source, sorted]);
}
