import { z } from 'zod';

/** How a due time can stand. @public */
export const DUE_STANDINGS = ['onTime', 'soon', 'late'] as const;

/** How the due time of something open stands now. @public */
export const dueSchema = z
  .object({
    standing: z
      .enum(DUE_STANDINGS)
      .describe(
        'Late once it has passed; soon when less than a working day is left.',
      ),
    working: z
      .boolean()
      .describe(
        'Whether working time is counted; else every day has 24 hours.',
      ),
    minutesLeft: z
      .number()
      .int()
      .optional()
      .describe('The whole minutes left, where it is soon.'),
  })
  .meta({ id: 'Due' });

/** How a due time stands now. @public */
export type Due = z.infer<typeof dueSchema>;
