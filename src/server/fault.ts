import { type EnrolProblem, type ErrorCode, errorStatus } from '#protocol/reasons.ts'

/** Why a request was refused. `type` is the code on the wire; `more` is what the device needs to react (SYN-76). */
export interface Fault {
  readonly type: ErrorCode | EnrolProblem
  readonly more?: Readonly<Record<string, string | number | null>>
  /** Seconds before another try may succeed. */
  readonly retryAfter?: number
}

const otherStatus: Readonly<Record<Exclude<Fault['type'], ErrorCode>, number>> = {
  code_unknown: 404,
  code_expired: 410,
  code_used: 410,
  code_blocked: 429,
}

export function statusOf(fault: Fault): number {
  return { ...errorStatus, ...otherStatus }[fault.type]
}
