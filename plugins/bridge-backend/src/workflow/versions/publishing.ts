import {
  Title,
  VersionStep,
  versionSteps,
} from '@techbridge/plugin-bridge-common';

/** How far a version has come. @internal */
export type VersionStatus =
  | 'draft'
  | 'inReview'
  | 'published'
  | 'deprecated'
  | 'discarded';

/** Whether a version is being worked on. @internal */
export function isOpen({ status }: { status: VersionStatus }): boolean {
  return status === 'draft' || status === 'inReview';
}

/** What publishing looks at. @internal */
export interface VersionFacts {
  status: VersionStatus;
  /** Whether the caller has drafted, edited or put up this version. */
  isOwnWork: boolean;
  mayManage: boolean;
  mayPublish: boolean;
}

const WHY = {
  manage: {
    en: 'Only those who manage workflows may do this. Ask the programme office.',
    zh: '只有流程管理员可以操作，请联系推进办。',
  },
  publish: {
    en: 'Only those who put workflows into force may do this.',
    zh: '只有流程发布人可以操作。',
  },
  secondPerson: {
    en: 'You have worked on this version. Somebody else has to put it into force.',
    zh: '您参与了本版修改，须由另一人发布。',
  },
  notDraft: {
    en: 'This version is no draft any more.',
    zh: '此版本已不是草稿。',
  },
  notInReview: {
    en: 'This version is not up for review.',
    zh: '此版本未在评审中。',
  },
  settled: {
    en: 'This version is settled.',
    zh: '此版本已定，不能再改。',
  },
} satisfies { [reason: string]: Title };

type Reason = keyof typeof WHY;

const manages = ({ mayManage }: VersionFacts): Reason | undefined =>
  mayManage ? undefined : 'manage';

const isDraft = ({ status }: VersionFacts): Reason | undefined =>
  status === 'draft' ? undefined : 'notDraft';

const inReview = ({ status }: VersionFacts): Reason | undefined =>
  status === 'inReview' ? undefined : 'notInReview';

const RULES: {
  [step in VersionStep | 'edit']: (facts: VersionFacts) => Reason | undefined;
} = {
  edit: facts => isDraft(facts) ?? manages(facts),
  submit: facts => isDraft(facts) ?? manages(facts),
  discard: facts => (isOpen(facts) ? manages(facts) : 'settled'),
  return: facts =>
    inReview(facts) ??
    (facts.mayManage || facts.mayPublish ? undefined : 'publish'),
  publish: facts =>
    inReview(facts) ??
    (facts.mayPublish ? undefined : 'publish') ??
    (facts.isOwnWork ? 'secondPerson' : undefined),
};

/**
 * Why a step cannot be taken with a version. Two people put a version into
 * force: whoever drafted it, edited it or put it up, and somebody who did not.
 *
 * @returns undefined when it can
 * @internal
 */
export function stepRefusal(
  step: VersionStep | 'edit',
  facts: VersionFacts,
): Title | undefined {
  const reason = RULES[step](facts);
  return reason && WHY[reason];
}

/** Whether each step can be taken, and why not. @internal */
export function stepsFor(
  facts: VersionFacts,
): { id: VersionStep; allowed: boolean; why?: Title }[] {
  return versionSteps.map(id => {
    const why = stepRefusal(id, facts);
    return { id, allowed: !why, ...(why && { why }) };
  });
}
