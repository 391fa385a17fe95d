/** What a proposal is submitted with. */
export const threeSentences = {
  system: 'system:default/mes',
  method: '换料扫码后自动刷新批次。',
  expectedEffect: '每班少等十分钟。',
};

/** What triage says of a proposal that goes to the board. */
export const judged = {
  effort: 'M',
  cost: 20000,
  departments: ['group:default/production'],
  reversible: true,
  configuresCriticalSystem: true,
};

/** What the board track asks for before the vote. */
export const evidence = {
  metric: '带错批次数',
  baseline: 6,
  target: 3,
  expectedBenefit: 1000,
  evidence: '两周换料日志，共4830次换料，30次带错。',
};
