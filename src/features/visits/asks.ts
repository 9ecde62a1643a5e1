import type { NetworkFacts } from '#domain/kinds/network.ts'

/** Profile questions of a visit that a network may switch off (GEN-13). */
export type ProfileQuestion = 'ageBand' | 'gender' | 'status' | 'language' | 'situations' | 'difficulties'

/** What this network asks: everything it has not switched off. */
export function asked(network: NetworkFacts | undefined): (question: ProfileQuestion) => boolean {
  return (question) => network?.[`asks.${question}`] !== false
}
