import { sha256 } from './signature.ts'

/** A place in the feed: opaque for devices, valid on any process (SYN-69). */
export interface Cursor {
  readonly incarnation: number
  /** Changes when the device may see other things. */
  readonly scope: string
  readonly rev: number
}

const version = 1

export function cursorToText({ incarnation, scope, rev }: Cursor): string {
  return Buffer.from(JSON.stringify([version, incarnation, scope, rev])).toString('base64url')
}

/** @returns `undefined` for anything this version did not write */
export function cursorFromText(text: string): Cursor | undefined {
  try {
    const [written, incarnation, scope, rev, ...more] = JSON.parse(Buffer.from(text, 'base64url').toString())
    const isOurs = written === version && more.length === 0 && typeof scope === 'string'
    return isOurs && Number.isSafeInteger(incarnation) && Number.isSafeInteger(rev) && rev >= 0
      ? { incarnation, scope, rev }
      : undefined
  } catch {
    return undefined
  }
}

/** Short name of what a device may see; not a secret. */
export function scopeName(...parts: readonly string[]): string {
  return sha256(parts.join('|'), 'base64url').slice(0, 10)
}
