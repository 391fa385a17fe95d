/** A text in both languages. @internal */
export interface Title {
  en: string;
  zh: string;
}

/** A person of the demo whom one can sign in as. @internal */
export interface Persona {
  ref: string;
  title: Title;
  role: Title;
  systems: { name: string; title: Title; role: string }[];
}

const KEY = 'tech-bridge.persona';

/** The persona chosen before, so that a reload stays signed in. @internal */
export function rememberedPersona(): string | undefined {
  return window.localStorage.getItem(KEY) ?? undefined;
}

/** Remembers a persona for the next visit. @internal */
export function rememberPersona(ref: string): void {
  window.localStorage.setItem(KEY, ref);
}

/** Forgets the persona, when signing out. @internal */
export function forgetPersona(): void {
  window.localStorage.removeItem(KEY);
}
