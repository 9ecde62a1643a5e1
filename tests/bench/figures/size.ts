import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const client = join(import.meta.dirname, '../../../dist/client')

/** Kilobytes of a built file after gzip. @param path inside dist/client */
export function zippedKilobytes(path: string): number {
  return gzipSync(readFileSync(join(client, path)), { level: 9 }).length / 1000
}

/** Kilobytes of a built file as it is: for what is compressed already. */
export function kilobytes(path: string): number {
  return statSync(join(client, path)).size / 1000
}

/** The built files whose path matches, as paths inside dist/client. */
export function builtFiles(pattern: RegExp): readonly string[] {
  return readdirSync(client, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => pattern.test(path))
}
