/** Codes of the API's errors with their HTTP status (4-sync § 4.5). The words are in `locales/`, per code. */
export const errorStatus = {
  malformed: 400,
  unauthenticated: 401,
  device_revoked: 403,
  not_allowed: 403,
  unknown: 404,
  method_not_allowed: 405,
  timeout: 408,
  server_restored: 409,
  sequence_gap: 409,
  sequence_conflict: 409,
  operation_reused: 409,
  cursor_reset: 410,
  too_large: 413,
  unsupported_media_type: 415,
  upgrade_required: 426,
  busy: 429,
  headers_too_large: 431,
  failed: 500,
  restore_unfinished: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

/** Codes of enrolment: why a code or link did not open (SEC-61, SEC-62). */
export type EnrolProblem = 'code_unknown' | 'code_expired' | 'code_used' | 'code_blocked' | 'busy'
