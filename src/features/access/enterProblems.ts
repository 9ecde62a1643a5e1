export interface EnterAnswers {
  /** `null` when the code is not asked. */
  readonly pin: string | null
  readonly memberId: string | null
  readonly placeId: string | null
}

export type EnterProblem = 'code' | 'who' | 'place'

/**
 * What stops the door from being tried. A device that does not know its team yet asks for the code alone: the list
 * comes with the first exchange, which needs the key.
 */
export function enterProblems(
  { pin, memberId, placeId }: EnterAnswers,
  { members, places }: { readonly members: readonly unknown[]; readonly places: readonly unknown[] },
): readonly EnterProblem[] {
  const problems: (EnterProblem | false)[] = [
    pin !== null && !/^\d{6}$/.test(pin) && 'code',
    members.length > 0 && memberId === null && 'who',
    places.length > 1 && placeId === null && 'place',
  ]
  return problems.filter((problem) => problem !== false)
}
