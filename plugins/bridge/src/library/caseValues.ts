import {
  BridgeError,
  Case,
  CreateCase,
  FieldProblem,
  MAXIMUM_CASE_TEXT,
} from '@techbridge/plugin-bridge-common';
import { refOfSystem } from '../components/refOfSystem';

/** What stands in the form of a case. @internal */
export interface CaseValues {
  title: string;
  /** Entity references. */
  systems: string[];
  language: 'zh' | 'en';
  body: string;
}

/** The paths of problems that stand at a field. @internal */
export const CASE_FIELDS = ['title', 'system', 'language', 'body'] as const;

/** The form of a case that stands. @internal */
export function caseValuesOf(found: Case): CaseValues {
  return {
    title: found.title,
    systems: found.systems.map(refOfSystem),
    language: found.language,
    body: found.body,
  };
}

/**
 * What the form says, as the bridge takes it; refused while something is
 * missing or too long.
 *
 * @internal
 */
export function caseInputOf(values: CaseValues): CreateCase {
  const fields = problemsOf(values);
  if (fields.length > 0) {
    throw new BridgeError('invalid-input', { fields });
  }
  return { ...values, title: values.title.trim() };
}

function problemsOf({ title, systems, body }: CaseValues): FieldProblem[] {
  const maximum = MAXIMUM_CASE_TEXT;
  const problems: [boolean, FieldProblem][] = [
    [title.trim() === '', { path: 'title', code: 'required' }],
    [systems.length === 0, { path: 'systems', code: 'required' }],
    [
      body.length > maximum,
      { path: 'body', code: 'too-long', params: { maximum } },
    ],
  ];
  return problems.filter(([wrong]) => wrong).map(([, problem]) => problem);
}

/** Whether two forms say the same. @internal */
export function sameValues(one: CaseValues, other: CaseValues): boolean {
  return (
    one.title === other.title &&
    one.language === other.language &&
    one.body === other.body &&
    one.systems.join() === other.systems.join()
  );
}
