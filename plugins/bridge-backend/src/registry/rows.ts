import {
  Criticality,
  Lifecycle,
  Shift,
  SuperUser,
  SuperUserRole,
  Title,
} from '@techbridge/plugin-bridge-common';

/** Where the facts of a system are kept. @internal */
export type Source = 'bridge' | 'catalog';

/** The facts of a system, as stored. @internal */
export interface SystemFacts {
  name: string;
  title: Title;
  aliases: string[];
  it: string;
  criticality: Criticality;
  lifecycle: Lifecycle;
  modules: { id: string; title: Title }[];
  source: Source;
}

/** A system with its appointments of today. @internal */
export interface SystemRecord extends SystemFacts {
  itTitle: Title;
  revision: number;
  superUsers: SuperUser[];
}

/** A row of the table `systems`, joined with the title of its IT group. @internal */
export interface SystemRow {
  name: string;
  title_en: string;
  title_zh: string;
  aliases: string;
  owner_ref: string;
  owner_en: string | null;
  owner_zh: string | null;
  criticality: Criticality;
  lifecycle: Lifecycle;
  modules: string;
  source: Source;
  revision: number;
}

/** A row of the table `appointments`, joined with the person. @internal */
export interface AppointmentRow {
  system: string;
  entity_ref: string;
  person_name: string;
  role: SuperUserRole;
  department: string;
  shift: Shift;
  appointment_modules: string;
  stage: SuperUser['stage'];
  from_date: string;
  until_date: string;
}

/** A super user as readers see it. @internal */
export function toSuperUser(row: AppointmentRow): SuperUser {
  return {
    user: row.entity_ref,
    name: row.person_name,
    role: row.role,
    department: row.department,
    shift: row.shift,
    modules: JSON.parse(row.appointment_modules),
    stage: row.stage,
    from: row.from_date,
    until: row.until_date,
  };
}

/** A system without its appointments. @internal */
export function toSystemRecord(row: SystemRow): SystemRecord {
  const fallback = row.owner_ref.slice(row.owner_ref.lastIndexOf('/') + 1);
  return {
    name: row.name,
    title: { en: row.title_en, zh: row.title_zh },
    aliases: JSON.parse(row.aliases),
    it: row.owner_ref,
    itTitle: { en: row.owner_en ?? fallback, zh: row.owner_zh ?? fallback },
    criticality: row.criticality,
    lifecycle: row.lifecycle,
    modules: JSON.parse(row.modules),
    source: row.source,
    revision: row.revision,
    superUsers: [],
  };
}

/** The columns of `systems` for these facts. @internal */
export function toSystemColumns(facts: SystemFacts) {
  return {
    name: facts.name,
    title_en: facts.title.en,
    title_zh: facts.title.zh,
    aliases: JSON.stringify(facts.aliases),
    owner_ref: facts.it,
    criticality: facts.criticality,
    lifecycle: facts.lifecycle,
    modules: JSON.stringify(facts.modules),
    source: facts.source,
  };
}
