import type { VisitFacts } from '#domain/kinds/visit.ts'

/** Hands the visit being typed over as a file: what the device cannot keep, the person can (STATE-6). */
export function exportVisit(facts: VisitFacts): void {
  const file = new Blob([JSON.stringify({ kind: 'visit', facts }, null, 2)], { type: 'application/json' })
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `visite-${facts.day ?? ''}.json`
  link.click()
  // The download reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
