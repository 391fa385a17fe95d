import authBackend from '@backstage/plugin-auth-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import bridgePlugin from '@techbridge/plugin-bridge-backend';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { systemReadPermission } from '@techbridge/plugin-bridge-common';
import Router from 'express-promise-router';
import { startBackend } from './backend/startBackend';
import { DatabaseServer } from './data/DatabaseServer';
import { openRegister } from './data/openRegister';
import { allowingPolicy } from './http/allowingPolicy';
import { Caller } from './http/Caller';
import { noopPlugin } from './http/noopPlugin';
import { signIn, signInModule } from './http/signIn';
import { ownerByHand } from './statements/sqlByHand';
import { createService, anybody } from './statements/service';

async function main() {
  const server = new DatabaseServer(process.env.TECHBRIDGE_BENCH_POSTGRES ?? '');
  const register = await openRegister(server, 'bench_bridge', { systems: 2000, appointments: 10000 });
  const { knex, data } = register;
  const service = createService(knex);
  const exp = createBackendPlugin({ pluginId: 'exp', register(env) { env.registerInit({ deps: { httpAuth: coreServices.httpAuth, httpRouter: coreServices.httpRouter, permissions: coreServices.permissions }, async init({ httpAuth, httpRouter, permissions }) {
    const router = Router();
    const step = (path: string, extra: (name: string) => Promise<unknown>) => router.get(path, async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      await permissions.authorizeConditional([{ permission: systemReadPermission }], { credentials });
      response.json(await extra(request.params.name));
    });
    const fixed = await service.get(data.systems[0].name, anybody);
    step('/body/:name', async () => fixed.system);
    step('/one/:name', async () => { await knex.raw('select 1').options({ name: 'one' }); return {}; });
    step('/hand/:name', async name => { await ownerByHand(knex, name, '2026-01-01'); return {}; });
    step('/service/:name', async name => (await service.get(name, anybody)).system);
    httpRouter.use(router);
  } }) } });
  const backend = await startBackend({ server, prefix: 'bench_', config: { permission: { enabled: true }, auth: { providers: { bench: {} } } }, features: [authBackend, signInModule, permissionBackend, allowingPolicy, bridgePlugin, noopPlugin, exp] });
  const caller = new Caller();
  const token = await signIn(backend.url);
  const names = data.systems.map(s => s.name);
  const paths: Record<string, (n: string) => string> = {
    noop: () => '/api/noop', ...Object.fromEntries(['body', 'one', 'hand', 'service'].map(p => [`x-${p}`, (n: string) => `/api/exp/${p}/${n}`])), bridge: n => `/api/bridge/systems/${n}`,
  };
  let k = 0;
  const cpu: Record<string, number[]> = {}; const wall: Record<string, number[]> = {};
  for (const key of Object.keys(paths)) { cpu[key] = []; wall[key] = []; }
  for (let round = 0; round < 60; round++) {
    for (const [key, path] of Object.entries(paths)) {
      const before = process.cpuUsage();
      const ms = await caller.run({ urls: Array.from({ length: 30 }, () => backend.url + path(names[k++ % 500])), token, concurrency: 1 });
      const used = process.cpuUsage(before);
      if (round > 10) { cpu[key].push((used.user + used.system) / 30 / 1000); wall[key].push(ms / 30); }
    }
  }
  const mid = (t: number[]) => t.sort((a, b) => a - b)[Math.floor(t.length / 2)].toFixed(3);
  for (const key of Object.keys(paths)) console.log(key, 'cpu', mid(cpu[key]), 'wall', mid(wall[key]));
}
main().then(() => process.exit(0), e => { console.error(e); process.exit(1); });
