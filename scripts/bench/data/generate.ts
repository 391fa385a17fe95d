import { AppointmentInput, Title } from '@techbridge/plugin-bridge-common';
import { SystemFacts } from '../../../plugins/bridge-backend/src/registry/rows';
import { createDice, Dice } from './dice';
import {
  FIELDS,
  FUNCTIONS,
  GIVEN_NAMES,
  MODULES,
  SITES,
  SURNAMES,
  TASKS,
} from './words';

/** How much data is generated. @internal */
export interface Sizes {
  systems: number;
  appointments: number;
}

/** A group of the organization with its title. @internal */
export interface GeneratedGroup {
  ref: string;
  title: Title;
}

/** A person of the plants. @internal */
export interface GeneratedPerson {
  ref: string;
  name: string;
}

/** An appointment of a person in a system. @internal */
export interface GeneratedAppointment extends AppointmentInput {
  system: string;
  /** The place of the person in the list of people. */
  person: number;
}

/** The whole register of a company. @internal */
export interface GeneratedRegister {
  groups: GeneratedGroup[];
  people: GeneratedPerson[];
  systems: SystemFacts[];
  appointments: GeneratedAppointment[];
}

const SEED = 20_251_231;
const SYSTEMS_PER_PERSON = 5;
const ONE_OF_MEMBERS_HAS_LEFT = 12;

// Terms that hold on any day somebody runs this, and one that is over.
const CURRENT = { from: '2020-01-01', until: '2099-12-31' };
const OVER = { from: '2020-01-01', until: '2020-12-31' };

/**
 * Makes up the register of a company with many plants. The same sizes give the
 * same register on every machine.
 *
 * @internal
 */
export function generateRegister(sizes: Sizes): GeneratedRegister {
  const dice = createDice(SEED);
  const groups = SITES.flatMap(site =>
    FUNCTIONS.map(work => ({
      ref: `group:default/${slug(`${site.en} ${work.en}`)}`,
      title: { zh: `${site.zh}${work.zh}`, en: `${site.en} ${work.en}` },
    })),
  );
  const people = generatePeople(sizes, dice);
  const systems = Array.from({ length: sizes.systems }, (_, index) =>
    generateSystem(index, dice),
  );
  const appointments = generateAppointments(sizes, systems, {
    dice,
    groups,
    people,
  });
  return { groups, people, systems, appointments };
}

/** Whether an appointment counts today. @internal */
export function isCurrent({ until }: GeneratedAppointment): boolean {
  return until === CURRENT.until;
}

function generatePeople({ appointments }: Sizes, dice: Dice) {
  const length = Math.max(20, Math.round(appointments / SYSTEMS_PER_PERSON));
  return Array.from({ length }, (_, index): GeneratedPerson => {
    const surname = dice.oneOf(SURNAMES);
    const given = dice.oneOf(GIVEN_NAMES);
    return {
      ref: `user:default/${surname.pinyin}.${given.pinyin}.${index}`,
      name: `${surname.zh}${given.zh}`,
    };
  });
}

function generateSystem(index: number, dice: Dice): SystemFacts {
  const site = dice.oneOf(SITES);
  const field = dice.oneOf(FIELDS);
  const task = dice.oneOf(TASKS);
  const information = FUNCTIONS[FUNCTIONS.length - 1];
  return {
    name: `${field.id}-${slug(site.en)}-${index}`,
    title: {
      zh: `${site.zh}${field.zh}${task.zh} ${index}`,
      en: `${site.en} ${field.en} ${task.en} ${index}`,
    },
    aliases: field.aliases,
    it: `group:default/${slug(`${site.en} ${information.en}`)}`,
    criticality: dice.oneOf(['A', 'B', 'B', 'C', 'C', 'C']),
    lifecycle: dice.oneOf(['steady', 'steady', 'steady', 'hypercare']),
    modules: MODULES.slice(0, 1 + dice.below(MODULES.length)).map(title => ({
      id: slug(title.en),
      title,
    })),
    source: 'bridge',
  };
}

function generateAppointments(
  sizes: Sizes,
  systems: SystemFacts[],
  {
    dice,
    groups,
    people,
  }: { dice: Dice } & Pick<GeneratedRegister, 'groups' | 'people'>,
): GeneratedAppointment[] {
  return Array.from({ length: sizes.appointments }, (_, index) => {
    const turn = Math.floor(index / systems.length);
    const place = index % systems.length;
    const isOver = turn > 1 && dice.below(ONE_OF_MEMBERS_HAS_LEFT) === 0;
    return {
      system: systems[place].name,
      // Neighbours in the list, so that nobody is appointed twice in a system.
      person: (place * 7 + turn) % people.length,
      role: (['lead', 'backup'] as const)[turn] ?? 'member',
      department: dice.oneOf(groups).ref,
      shift: dice.oneOf(['day', 'middle', 'night', 'all']),
      modules:
        turn > 1 ? systems[place].modules.slice(0, 1).map(m => m.id) : [],
      stage: dice.oneOf(['basic', 'advanced', 'expert']),
      ...(isOver ? OVER : CURRENT),
    };
  });
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}
