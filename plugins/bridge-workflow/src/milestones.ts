/** The kinds of work item that have milestones of their own. @public */
export type SubjectKind = keyof typeof MILESTONES;

/**
 * The milestones of each kind of work item. Points, figures, case drafts and
 * linked items read milestones only, never ids of states or actions.
 *
 * @public
 */
export const MILESTONES = {
  Feedback: [
    'acknowledged',
    'resolvedOnSpot',
    'converted',
    'declined',
    'duplicate',
    'confirmed',
    'autoClosed',
  ],
  Proposal: [
    'submitted',
    'triaged',
    'adopted',
    'deferred',
    'needsInfo',
    'rejected',
    'duplicate',
    'benefitVerified',
    'benefitNotAchieved',
  ],
  Requirement: [
    'drafted',
    'approved',
    'rejected',
    'committed',
    'accepted',
    'released',
  ],
  Case: ['published', 'validated', 'archived'],
  RiskReport: [
    'reported',
    'assessed',
    'mitigated',
    'avoided',
    'materialised',
    'closed',
  ],
  MajorIncident: [
    'declared',
    'expedited',
    'ratified',
    'ratificationRefused',
    'stabilised',
    'recovered',
    'closed',
  ],
} as const;

/**
 * In which capacities a milestone may credit people. `subject.credits` of a
 * definition says which role stands for each.
 *
 * @public
 */
export const CREDITS = {
  Feedback: ['reporter', 'solver'],
  Proposal: ['proposers'],
  Requirement: ['proposers', 'tester'],
  Case: ['author', 'reviewer'],
  RiskReport: ['reporter'],
  MajorIncident: ['leader'],
} as const;
