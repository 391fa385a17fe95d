import { APPOINTABLE, OFFICE } from './cast';
import { Doing } from './Doing';
import { expectItem } from './expectItem';
import { PROPOSAL } from './machines';
import { FAR_AWAY, ModelAppointment, PlantModel } from './PlantModel';
import { follow } from './proposalRules';
import { nameIn, RealPlant } from './RealPlant';
import { takenLine } from './Tally';

const ROLES = ['lead', 'lead', 'backup', 'backup', 'member'] as const;

/** Terms that last, that are over, and that are still to come. */
const TERMS = [
  ...[1, 2, 3].map(() => ({ from: '2000-01-01', until: '2999-12-31' })),
  { from: '2000-01-01', until: '2001-12-31' },
  { from: FAR_AWAY, until: '2999-12-31' },
];

/** Appoints somebody, or changes the appointment. */
export const appoint: Doing = {
  name: 'appoint',
  run: async (model, real, draw) => {
    const name = draw.of(APPOINTABLE);
    const wanted = { role: draw.of(ROLES), ...draw.of(TERMS) };
    const rival = hasRival(model, name, wanted);
    const path = pathOf(model, name);
    const department = 'group:default/production';
    const terms = { ...wanted, department };
    const { status, body } = await real.people.put(OFFICE, path, terms);
    expect([path, wanted, status, body.error?.code]).toEqual([
      ...[path, wanted, rival ? 409 : 200],
      rival ? `second-${wanted.role}` : undefined,
    ]);
    if (!rival) {
      model.appointments.set(name, wanted);
      await expectHolders(model, real);
    }
  },
};

/** Ends an appointment, if there is one. */
export const dismiss: Doing = {
  name: 'dismiss',
  run: async (model, real, draw) => {
    const name = draw.of(APPOINTABLE);
    const path = pathOf(model, name);
    const there = model.appointments.delete(name);
    const { status, body } = await real.people.remove(OFFICE, path);
    expect([path, status, body.error?.code]).toEqual([
      ...[path, there ? 200 : 404],
      there ? undefined : 'appointment-not-found',
    ]);
    if (there) {
      await expectHolders(model, real);
    }
  },
};

function pathOf({ system }: PlantModel, name: string): string {
  return `/systems/${system}/super-users/${name}`;
}

/** Whether somebody else holds a role of one in the same days. */
function hasRival(
  { appointments }: PlantModel,
  name: string,
  { role, from, until }: ModelAppointment,
): boolean {
  return [...appointments].some(
    ([person, other]) =>
      person !== name &&
      role !== 'member' &&
      other.role === role &&
      other.from <= until &&
      from <= other.until,
  );
}

/** Who answers for the system, and which boards have followed. */
async function expectHolders(model: PlantModel, real: RealPlant) {
  const { body } = await real.people.get(OFFICE, `/systems/${model.system}`);
  const told: { user: string; role: string }[] = body.owners.business;
  expect(told.map(({ user, role }) => [nameIn(user), role]).sort()).toEqual(
    model
      .superUsers()
      .map(name => [name, model.appointments.get(name)?.role])
      .sort(),
  );
  for (const item of model.proposals) {
    const { changed, way } = follow(model, item);
    if (way) {
      real.tally.note(takenLine(PROPOSAL, way));
    }
    if (changed) {
      item.rev += 1;
      expectItem(await real.item(item.key, OFFICE), model, item, OFFICE);
    }
  }
}
