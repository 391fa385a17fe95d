/**
 * The reference of a system that is given by its name or by its reference.
 *
 * @internal
 */
export function refOfSystem(system: string): string {
  return system.includes(':') ? system : `system:default/${system}`;
}
