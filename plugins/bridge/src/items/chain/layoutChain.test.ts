import type { Chain } from '@techbridge/plugin-bridge-common';
import { aChain, aRow } from '../../testing/itemSamples';
import { workflows } from '../../testing/workflowSamples';
import { layoutChain, NODE_HEIGHT } from './layoutChain';

const kindOf = (workflow: string) =>
  workflow === 'case-review'
    ? 'Case'
    : workflows.find(({ id }) => id === workflow)?.kind;

const keysOf = (chain: Chain) =>
  layoutChain(chain, kindOf).columns.map(({ slots }) =>
    slots.map(({ item }) => item?.key ?? 'passes'),
  );

describe('layoutChain', () => {
  it('puts kinds into columns from feedback to case, and several before one around its middle', () => {
    const { columns, gaps, height } = layoutChain(aChain, kindOf);
    expect(keysOf(aChain)).toEqual([
      ['FB-0405', 'FB-0411'],
      ['OP-2025-018'],
      ['RQ-2025-031'],
    ]);
    const [first, second] = columns[0].slots.map(({ y }) => y);
    const [proposal] = columns[1].slots;
    expect(second - first).toBeGreaterThan(NODE_HEIGHT);
    expect(proposal.y).toBe((first + second) / 2);
    expect(height).toBe(second + NODE_HEIGHT / 2);
    expect(gaps).toEqual([
      [
        { from: first, to: proposal.y, arrow: true },
        { from: second, to: proposal.y, arrow: true },
      ],
      // The link was made from the requirement; the picture reads onwards.
      [{ from: proposal.y, to: proposal.y, arrow: true }],
    ]);
  });

  it('leads a line past the columns between', () => {
    const withCase: Chain = {
      nodes: [
        ...aChain.nodes,
        aRow({ key: 'KC-014', workflow: { id: 'case-review', version: 1 } }),
      ],
      edges: [
        ...aChain.edges,
        { from: 'KC-014', to: 'OP-2025-018', type: 'documents' },
      ],
    };
    const { columns, gaps } = layoutChain(withCase, kindOf);
    expect(keysOf(withCase)[2]).toEqual(['RQ-2025-031', 'passes']);
    const passing = columns[2].slots[1].y;
    expect(gaps[1]).toContainEqual(
      expect.objectContaining({ to: passing, arrow: false }),
    );
    expect(gaps[2]).toEqual([
      { from: passing, to: columns[3].slots[0].y, arrow: true },
    ]);
  });

  it('crosses as few lines as it can, and draws a pair once', () => {
    const two: Chain = {
      nodes: [
        aRow({ key: 'FB-1' }),
        aRow({ key: 'FB-2' }),
        aRow({ key: 'OP-1', workflow: { id: 'proposal', version: 2 } }),
        aRow({ key: 'OP-2', workflow: { id: 'proposal', version: 2 } }),
      ],
      edges: [
        { from: 'FB-1', to: 'OP-2', type: 'convertedTo' },
        { from: 'FB-1', to: 'OP-2', type: 'relatesTo' },
        { from: 'FB-2', to: 'OP-1', type: 'convertedTo' },
        { from: 'FB-2', to: 'FB-1', type: 'duplicateOf' },
        { from: 'FB-2', to: 'OP-99', type: 'relatesTo' },
      ],
    };
    expect(keysOf(two)).toEqual([
      ['FB-1', 'FB-2'],
      ['OP-2', 'OP-1'],
    ]);
    expect(layoutChain(two, kindOf).gaps[0]).toHaveLength(2);
  });

  it('shows an item alone, and kinds that it does not know last', () => {
    const alone = { nodes: [aRow()], edges: [] };
    expect(layoutChain(alone, kindOf)).toMatchObject({
      gaps: [],
      height: NODE_HEIGHT,
    });
    const strange: Chain = {
      nodes: [
        aRow({ key: 'RR-07', workflow: { id: 'risk-report', version: 1 } }),
        aRow(),
      ],
      edges: [],
    };
    expect(keysOf(strange)).toEqual([['FB-0405'], ['RR-07']]);
  });
});
