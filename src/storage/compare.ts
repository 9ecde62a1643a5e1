/** The order of ids, days and codes: by their characters, the same on every device whatever its language. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
