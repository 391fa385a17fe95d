import {
  BridgeError,
  Criticality,
  Lifecycle,
  System,
  UpdateSystem,
} from '@techbridge/plugin-bridge-common';

/** A module as it is being typed. @internal */
export interface ModuleValues {
  /** Tells rows apart while their ids are typed. */
  key: number;
  id: string;
  en: string;
  zh: string;
}

/** What stands in the form of a system. @internal */
export interface SystemValues {
  name: string;
  en: string;
  zh: string;
  aliases: string;
  criticality: Criticality;
  lifecycle: Lifecycle;
  it: string;
  modules: ModuleValues[];
}

/** The fields of a system as they are filled in. @internal */
export interface SystemFieldsProps {
  values: SystemValues;
  errors: ReadonlyMap<string, string>;
  /** What somebody else has saved meanwhile, to compare with. */
  newest?: SystemValues;
  isNew?: boolean;
  onChange(changes: Partial<SystemValues>): void;
}

/** The form of a system that is not registered yet. @internal */
export const NEW_SYSTEM: SystemValues = {
  name: '',
  en: '',
  zh: '',
  aliases: '',
  criticality: 'B',
  lifecycle: 'steady',
  it: '',
  modules: [],
};

/** The form of a system that stands. @internal */
export function systemValuesOf(system: System): SystemValues {
  return {
    name: system.name,
    en: system.title.en,
    zh: system.title.zh,
    aliases: system.aliases.join(', '),
    criticality: system.criticality,
    lifecycle: system.lifecycle,
    it: system.owners.it.ref,
    modules: system.modules.map(({ id, title }, key) => ({
      key,
      id,
      ...title,
    })),
  };
}

/** What the form says, as the bridge takes it. @internal */
export function systemInputOf(values: SystemValues): UpdateSystem {
  return {
    title: { en: values.en, zh: values.zh },
    aliases: values.aliases
      .split(/[,，、;；\n]/)
      .map(alias => alias.trim())
      .filter(Boolean),
    criticality: values.criticality,
    lifecycle: values.lifecycle,
    it: values.it,
    modules: values.modules.map(({ id, en, zh }) => ({
      id,
      title: { en, zh },
    })),
  };
}

/** Names all required fields that are still empty, at once. @internal */
export function checkRequired(values: SystemValues): void {
  const required = {
    name: values.name,
    'title.zh': values.zh,
    'title.en': values.en,
    it: values.it,
  };
  const fields = Object.entries(required)
    .filter(([, value]) => !value.trim())
    .map(([path]) => ({ path, code: 'required' as const }));
  if (fields.length > 0) {
    throw new BridgeError('invalid-input', { fields });
  }
}
