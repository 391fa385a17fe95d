/** The workflow of a problem from the shop floor. @internal */
export const FEEDBACK = 'feedback';

/** The workflow of an optimization proposal. @internal */
export const PROPOSAL = 'proposal';

/** The workflow of a risk that somebody sees coming. @internal */
export const RISK_REPORT = 'risk-report';

/** The workflow of a major incident. @internal */
export const CRISIS = 'crisis';
