/** What the people of a walk from a problem to its benefit write down. */
export const STORY = {
  problem: {
    system: 'system:default/mes',
    impact: 'slow',
    words: '换料后扫新批次，界面还显示旧批次，要退出重进才对。',
  },
  submit: {
    currentState: '换料后界面不更新批次，每班退出重进约六次，每次两分钟。',
    method: '换料扫码后自动刷新批次，并用大字显示新批次号。',
    expectedEffect: '每班少等十分钟，批次带错减少一半。',
  },
  triage: {
    effort: 'M',
    cost: 12000,
    departments: ['group:default/production'],
    reversible: true,
    configuresCriticalSystem: true,
  },
  evidence: {
    metric: '每千次换料批次带错次数',
    unit: '次',
    baseline: 6.2,
    baselineFrom: '2025-12-01',
    baselineTo: '2025-12-14',
    target: 3,
    expectedBenefit: 130000,
    evidence: 'MES换料日志两周共4830次换料，其中30次批次带错。',
  },
  requirement: {
    scope: '换料扫码成功后刷新当前批次；不改动批次规则。',
    acceptanceCriteria: ['扫码后两秒内显示新批次', '断网恢复后仍显示新批次'],
    priority: 'high',
    release: 'MES 2.5',
  },
  plan: { plannedFor: '2026-02-15' },
  test: { testResult: '两条标准各试十次，夜班数据，全部通过。' },
  release: { releasedIn: 'MES 2.5' },
  benefit: {
    actual: 2.4,
    benefitType: 'quality',
    hardness: 'soft',
    annualBenefit: 140000,
    verificationNote: '对比上线前后两周日志，带错率下降61%，与返工单一致。',
  },
  dissent: '担心自动刷新会盖掉手工改过的批次，应当先试一条产线再推广。',
  /** What the proposer earns by it, by the key of the rule. */
  points: {
    'proposal-adopted': 10,
    'proposal-released': 20,
    'acceptance-test': 5,
    'benefit-verified': 100,
    'case-published': 5,
  },
} as const;
