import { dayOfId, derivedId, type Id } from './ids.ts'

/**
 * Under which id the server keeps an operation it holds: the same when a restored server holds it again, so that what
 * was decided about it still finds it (SYN-12).
 */
export function heldIdOf(operation: Id): Id {
  return derivedId(operation, dayOfId(operation), 1)
}

/**
 * The record of a thing whose creation was held, when its author makes it again: everything said about the first id
 * waits for the first creation. The same on every device, so that two corrections make one record.
 */
export function madeAgainId(operation: Id): Id {
  return derivedId(operation, dayOfId(operation), 2)
}
