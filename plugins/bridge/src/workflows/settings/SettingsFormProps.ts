import type { WorkflowSettings } from '@techbridge/plugin-bridge-common';

/** What a form of settings works on. @internal */
export interface SettingsFormProps {
  user: string;
  loaded: WorkflowSettings;
  /** Whether the version is a draft that is edited further. */
  isDraft: boolean;
}
