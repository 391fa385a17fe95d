/** Who writes, all at once. */
export const WRITERS = Array.from({ length: 16 }, (_, place) => `w${place}`);

/** Who may count the points anew. */
export const MANAGER = 'lin.xiaolan';
