/** Whether two values of a field are the same, as they would be kept. @internal */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
