/** The workflow of a problem from the shop floor. @internal */
export const FEEDBACK = 'feedback';

/** The workflow of an optimization proposal. @internal */
export const PROPOSAL = 'proposal';
