import {
  BridgeError,
  ErrorCode,
  FieldProblem,
  System,
} from '@techbridge/plugin-bridge-common';
import { http, HttpResponse } from 'msw';
import { departments } from './samples';

const URL = 'http://localhost:7007/api/bridge';

/** The address of an endpoint, as msw matches it. @internal */
export function at(path: string): string {
  return URL + path;
}

/** A page that holds all rows. @internal */
export function pageOf<TRow>(items: TRow[], nextCursor: string | null = null) {
  return { items, total: items.length, nextCursor };
}

/** A refusal as the bridge sends it. @internal */
export function refusal(
  code: ErrorCode,
  options: {
    params?: Record<string, string>;
    fields?: FieldProblem[];
    current?: unknown;
  } = {},
) {
  const error = new BridgeError(code, options);
  const { statusCode } = error as unknown as { statusCode: number };
  const { name, message, params, fields, current } = error;
  return HttpResponse.json(
    {
      error: { name, message, code, params, fields, current },
      response: { statusCode },
    },
    { status: statusCode },
  );
}

/** What every page asks of a bridge that knows some systems. @internal */
export function bridgeOf(...systems: System[]) {
  return [
    http.get(at('/systems'), () => HttpResponse.json(pageOf(systems))),
    http.get(at('/systems/:name'), ({ params }) => {
      const system = systems.find(({ name }) => name === params.name);
      return system
        ? HttpResponse.json(system, { headers: { etag: '"1"' } })
        : refusal('system-not-found', {
            params: { name: String(params.name) },
          });
    }),
    http.get(at('/delegations'), () => HttpResponse.json(pageOf([]))),
    http.get(at('/departments'), () => HttpResponse.json(pageOf(departments))),
    http.get(at('/clock'), () =>
      HttpResponse.json({
        now: '2025-12-31T01:00:00.000Z',
        timeZone: 'Asia/Shanghai',
        demo: true,
      }),
    ),
  ];
}
