/** An expected outcome: success with a value, or a failure whose `type` is also its translation key. */
export type Result<Value, Failure extends { readonly type: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function err<Failure extends { readonly type: string }>(
  error: Failure,
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error }
}
