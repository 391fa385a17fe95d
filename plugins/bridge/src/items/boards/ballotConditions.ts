import {
  BallotConditionInput,
  BridgeError,
  FieldProblem,
} from '@techbridge/plugin-bridge-common';

/** A condition as it is written; nothing may be filled in yet. @internal */
export type ConditionDraft = BallotConditionInput;

/** A condition nobody has written yet. @internal */
export const NO_CONDITION: ConditionDraft = { text: '', owner: '', due: '' };

/** Whether a choice must name its conditions. @internal */
export function isConditional(choice?: string): boolean {
  return choice === 'approveWithConditions';
}

/**
 * The conditions as they are sent.
 *
 * @throws BridgeError `invalid-input` that names every field which is empty
 * @internal
 */
export function filledConditions(drafts: ConditionDraft[]): ConditionDraft[] {
  const conditions = drafts.map(draft => ({
    ...draft,
    text: draft.text.trim(),
  }));
  const fields = conditions.flatMap((condition, place) =>
    Object.entries(condition)
      .filter(([, value]) => !value)
      .map(
        ([field]): FieldProblem => ({
          path: `conditions.${place}.${field}`,
          code: 'required',
        }),
      ),
  );
  if (fields.length > 0) {
    throw new BridgeError('invalid-input', { fields });
  }
  return conditions;
}
