import type { VisitFacts } from '#domain/kinds/visit.ts'
import { download } from '#ui/download.ts'

/** Hands the visit being typed over as a file: what the device cannot keep, the person can (STATE-6). */
export function exportVisit(facts: VisitFacts): void {
  download(JSON.stringify({ kind: 'visit', facts }, null, 2), `visite-${facts.day ?? ''}.json`)
}
