import { DecisionRecord } from '@techbridge/plugin-bridge-common';
import request from 'supertest';

/**
 * The records of the boards that have closed on an item, newest first; each
 * must name the version whose rules it kept to.
 *
 * @param read - reads an address of the API as somebody
 */
export async function recordsOf(
  read: (path: string) => request.Test,
  key: string,
): Promise<DecisionRecord[]> {
  const { body } = await read(`/items/${key}/decision`);
  const records: DecisionRecord[] = body.items;
  for (const { workflow, rule, markdown } of records) {
    const { id, version, hash } = workflow;
    const known = await read(`/workflows/${id}?version=${version}`);
    expect([known.status, known.body.hash]).toEqual([200, hash]);
    expect(rule.length).toBeGreaterThan(0);
    expect(markdown.zh).toContain(hash);
  }
  return records;
}
