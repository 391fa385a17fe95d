import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BridgeError,
  delegationInputSchema,
  parseInput,
  userParameterSchema,
} from '@techbridge/plugin-bridge-common';
import { promises as fs } from 'fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { DelegationService } from '../registry/DelegationService';

const fileSchema = z.array(
  delegationInputSchema.safeExtend({ person: userParameterSchema }),
);

/**
 * Enters who is away in the demo factory, through the same command as people
 * do. What an interrupted load has entered stays.
 *
 * @throws BridgeError that names the field which cannot be read
 * @internal
 */
export async function loadAbsences(
  file: string,
  delegations: DelegationService,
  credentials: BackstageCredentials,
): Promise<void> {
  const text = await fs.readFile(file, 'utf8').catch(() => '[]');
  for (const absence of parseInput(fileSchema, parse(text))) {
    const { person } = absence;
    const caller = { person, name: person, credentials };
    try {
      await delegations.add(absence, caller);
    } catch (error) {
      if ((error as BridgeError).code !== 'absence-known') {
        throw error;
      }
    }
  }
}
