import type {
  WorkflowSetting,
  WorkflowSettingValue,
} from '@techbridge/plugin-bridge-common';

/** What every field of a setting gets. @internal */
export interface SettingFieldProps {
  setting: WorkflowSetting;
  label: string;
  value: WorkflowSettingValue;
  problem?: string;
  onChange(value: WorkflowSettingValue): void;
}
