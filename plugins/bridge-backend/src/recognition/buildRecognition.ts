import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Clock } from '../database/Clock';
import { Projection } from '../workflow';
import { ContributionService } from './ContributionService';
import { LeaderboardService, PermissionGate } from './LeaderboardService';
import { LedgerProjection, PeopleRegister } from './LedgerProjection';
import { LedgerService } from './LedgerService';
import { LedgerStore } from './LedgerStore';
import { readRules } from './readRules';
import { RecognitionServices } from './routes';
import { ScoreStore } from './ScoreStore';

/** What recognition needs of other rooms. @internal */
export interface RecognitionNeeds {
  gate: PermissionGate;
  knex: Knex;
  clock: Clock;
  people: PeopleRegister;
  /** A table of rules of one's own; without it the one that is shipped. */
  rulesFile?: string;
}

/** The room of points and leaderboards, put together. @internal */
export interface Recognition {
  services: RecognitionServices;
  /** Gives points in the transaction of each command. */
  projection: Projection;
}

/**
 * Puts the room together.
 *
 * @throws Error when the table of rules has a mistake
 * @internal
 */
export function buildRecognition(needs: RecognitionNeeds): Recognition {
  const { gate, knex, clock, people } = needs;
  const rules = readRules(needs.rulesFile ?? shippedRules());
  const ledger = new LedgerStore(knex);
  const { timeZone } = clock;
  return {
    services: {
      leaderboards: new LeaderboardService(new ScoreStore(knex), gate, clock),
      contributions: new ContributionService(ledger, gate, rules),
      ledger: new LedgerService(ledger, gate, rules, timeZone),
    },
    projection: new LedgerProjection(ledger, people, rules, timeZone),
  };
}

/** Where the shipped table of rules stands. @internal */
export function shippedRules(): string {
  return resolvePackagePath(
    '@techbridge/plugin-bridge-backend',
    'recognition/rules.yaml',
  );
}
