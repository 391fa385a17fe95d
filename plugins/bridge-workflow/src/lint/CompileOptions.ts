/** What else is known of the surroundings of a file. @public */
export interface CompileOptions {
  /** Milestones that points and figures count for this kind of item. */
  usedMilestones?: string[];
  /** The ids of the plant's lists of holidays. */
  holidayLists?: string[];
  /** Where webhooks may be sent to, as `https://host`; anywhere without it. */
  webhookOrigins?: string[];
}
