const MILESTONES = [
  'acknowledged',
  'resolvedOnSpot',
  'converted',
  'declined',
  'duplicate',
  'confirmed',
  'autoClosed',
  'submitted',
  'triaged',
  'adopted',
  'deferred',
  'needsInfo',
  'rejected',
  'benefitVerified',
  'benefitNotAchieved',
  'drafted',
  'approved',
  'committed',
  'accepted',
  'released',
  'published',
  'validated',
  'archived',
  'reported',
  'assessed',
  'mitigated',
  'avoided',
  'materialised',
  'closed',
  'declared',
  'expedited',
  'ratified',
  'ratificationRefused',
  'stabilised',
  'recovered',
] as const;

/** The text that names a milestone; undefined for one that is not known. @internal */
export function milestoneKey(id: string) {
  const known = MILESTONES.find(milestone => milestone === id);
  return known && (`milestone.${known}` as const);
}
