import * as v from 'valibot'
import { Operation } from '#domain/operation.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { hashedText } from '#protocol/canonical.ts'
import { limits } from '#protocol/limits.ts'
import { PushEnvelope } from '#protocol/sync.ts'
import { isTooDeep } from './body.ts'
import type { Fault } from './fault.ts'
import type { Arrived } from './queue.ts'
import { sha256 } from './signature.ts'

/** A push that can be read: its envelope and its operations, hashed. */
export interface ReadPush {
  readonly incarnation: number
  readonly writer: string
  readonly now: string | undefined
  readonly arrivals: readonly Arrived[]
}

/**
 * Reads a push. An operation that cannot be parsed is named, so that the device sets aside that one and no other
 * (SYN-23). Its members are kept as they came: a validator that copies would drop those it does not know.
 */
export function readPush(json: unknown): Result<ReadPush, Fault> {
  const operations =
    typeof json === 'object' && json !== null && 'operations' in json ? json.operations : undefined
  if (Array.isArray(operations) && operations.length > limits.pushOperations)
    return err({ type: 'too_large' })
  const envelope = v.safeParse(PushEnvelope, json)
  if (!envelope.success) return err({ type: 'malformed' })
  const arrivals: Arrived[] = []
  for (const value of envelope.output.operations) {
    const arrived = readOperation(value)
    if (arrived === undefined) return err({ type: 'malformed', more: named(value) })
    // The device halves its batch until this one is alone, then sets it aside (SYN-23).
    if (arrived.body.length > limits.operationLength) return err({ type: 'too_large' })
    arrivals.push(arrived)
  }
  const { incarnation, writer, now } = envelope.output
  return ok({ incarnation, writer, now, arrivals })
}

/** The two containers around an operation count towards the depth of the body. */
const operationDepth = limits.depth - 2

function readOperation(value: unknown): Arrived | undefined {
  if (!isOperation(value) || isTooDeep(value, operationDepth)) return undefined
  try {
    const body = hashedText(value)
    return { operation: value, body, hash: sha256(body, 'base64url') }
  } catch {
    return undefined // half a character: no canonical form (RFC 8785)
  }
}

/** It is kept as it came, so it is looked at, not copied. */
function isOperation(value: unknown): value is Operation {
  return v.is(Operation, value)
}

function named(value: unknown): Readonly<Record<string, string>> {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' && id.length <= 64 ? { id } : {}
}
