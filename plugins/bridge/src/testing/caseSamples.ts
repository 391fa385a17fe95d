import type { Case, CaseRow } from '@techbridge/plugin-bridge-common';

/** A published case of the system WMS as the bridge answers it. @internal */
export function aCase(changes: Partial<Case> = {}): Case {
  return {
    id: 'kc-014',
    key: 'KC-014',
    title: 'Scanner reconnects',
    systems: ['system:default/wms'],
    language: 'en',
    summary: 'The scanner loses its base station.',
    state: {
      id: 'published',
      label: { en: 'Published', zh: '已发布' },
      phase: 'library',
      type: 'end',
    },
    author: 'user:default/ma.jun',
    updatedAt: '2025-04-21T08:00:00.000Z',
    publishedAt: '2025-04-22T20:00:00.000Z',
    entityRef: 'resource:default/kc-014',
    body: '## What happened\n\nThe scanner loses its base station.',
    revision: 3,
    publishedRevision: 3,
    mayEdit: false,
    ...changes,
  };
}

/** A case that its author is still writing. @internal */
export function aDraft(changes: Partial<Case> = {}): Case {
  return aCase({
    state: {
      id: 'draft',
      label: { en: 'Draft', zh: '草稿' },
      phase: 'writing',
      type: 'task',
    },
    publishedAt: null,
    publishedRevision: null,
    entityRef: null,
    mayEdit: true,
    ...changes,
  });
}

/** The row of a case in a list. @internal */
export function aCaseRow(changes: Partial<Case> = {}): CaseRow {
  const {
    body: _,
    revision,
    publishedRevision,
    mayEdit,
    ...row
  } = aCase(changes);
  return row;
}
