import { DatabaseServer } from './data/DatabaseServer';
import { OpenRegister, openRegister } from './data/openRegister';
import { measureEngine } from './engine/measureEngine';
import { measureOwnerOverHttp } from './http/owner';
import { measureWork } from './measureWork';
import { Options, Part, readOptions } from './options';
import { measureOutbox } from './outbox/measureOutbox';
import { measureProjection } from './projection/measureProjection';
import { describeResults, isFailure, Result } from './results';
import { measureFinder } from './statements/finder';
import { measureOwner } from './statements/owner';

/** The parts that need nothing but the register. */
const REGISTER_PARTS: Part[] = ['owner', 'finder', 'http'];

/** The prefix of the databases of the backend that is asked over HTTP. */
const PREFIX = 'bench_';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const server = new DatabaseServer(
    process.env.TECHBRIDGE_BENCH_POSTGRES ?? '',
  );
  const start = Date.now();
  const results = [
    ...(await measureRules(options)),
    ...(await measureRegister(server, options)),
    ...(await measureWork({ ...options, server, say })),
    ...(await measureWaiting(server, options)),
    ...(await measureCatalog(server, options)),
  ];
  const minutes = ((Date.now() - start) / 60_000).toFixed(1);
  say(`\n${describeResults(results)}\n\n${minutes} minutes`);
  return results.some(isFailure) ? 1 : 0;
}

// First, because the other parts warm up what it measures cold.
async function measureRules({ parts, rounds }: Options): Promise<Result[]> {
  if (!parts.includes('engine')) {
    return [];
  }
  say('Engine …');
  return measureEngine(rounds);
}

async function measureRegister(
  server: DatabaseServer,
  { parts, register: sizes, rounds }: Options,
): Promise<Result[]> {
  if (!parts.some(part => REGISTER_PARTS.includes(part))) {
    return [];
  }
  const { systems, appointments } = sizes;
  say(`Writing ${systems} systems and ${appointments} appointments …`);
  const register = await openRegister(server, `${PREFIX}bridge`, sizes);
  const results: Result[] = [];
  if (parts.includes('owner')) {
    say('Owner of a system …');
    results.push(await measureOwner(register, rounds));
  }
  if (parts.includes('finder')) {
    say('Finder …');
    results.push(...(await measureFinder(register, rounds)));
  }
  if (parts.includes('http')) {
    results.push(...(await measureHttp(server, register, rounds)));
  }
  await register.knex.destroy();
  return results;
}

async function measureHttp(
  server: DatabaseServer,
  { data }: OpenRegister,
  rounds: number,
): Promise<Result[]> {
  say('Owner of a system over HTTP …');
  const names = data.systems.map(({ name }) => name);
  return measureOwnerOverHttp({ server, prefix: PREFIX, names, rounds });
}

async function measureWaiting(
  server: DatabaseServer,
  { parts, rounds }: Options,
): Promise<Result[]> {
  if (!parts.includes('outbox')) {
    return [];
  }
  say('Effects that wait …');
  return measureOutbox(server, rounds);
}

async function measureCatalog(
  server: DatabaseServer,
  { parts, projection, rounds, stitchRounds }: Options,
): Promise<Result[]> {
  if (!parts.includes('projection')) {
    return [];
  }
  return measureProjection({
    server,
    sizes: projection,
    rounds,
    stitchRounds,
    say,
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main()
  .catch(error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    return 1;
  })
  .then(code => process.exit(code));
