import type {
  AppointmentInput,
  SuperUser,
  SuperUserRole,
} from '@techbridge/plugin-bridge-common';

/** What stands in the form of an appointment. @internal */
export type AppointmentValues = AppointmentInput;

/** A new appointment: from today for one year. @internal */
export function newAppointment(
  role: SuperUserRole,
  today: string,
): AppointmentValues {
  return {
    role,
    department: '',
    shift: 'all',
    modules: [],
    stage: 'basic',
    from: today,
    until: dayBeforeNextYear(today),
  };
}

/** The values of an appointment that stands. @internal */
export function valuesOf({
  user: _user,
  name: _name,
  ...values
}: SuperUser): AppointmentValues {
  return values;
}

function dayBeforeNextYear(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
