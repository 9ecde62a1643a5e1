/** What counts as one address: of IPv6 the /64 of a household, with the zeros that `::` leaves out. */
export function householdOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [start, end] = address.split('::')
  const [before, after] = [groupsOf(start), groupsOf(end)]
  const left = end === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array.from({ length: left }, () => '0'), ...after].slice(0, 4).join(':')
}

function groupsOf(part = ''): readonly string[] {
  return part === '' ? [] : part.split(':')
}
