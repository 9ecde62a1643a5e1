import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { areas } from '#i18n/languages.ts'
import { type Words, withoutNotes } from '#i18n/notes.ts'

const folder = new URL('../locales/fr/', import.meta.url)

const header = `// Written by tests/localeTypes.ts from locales/fr; tests/locales.test.ts fails when it is not current.
import 'i18next'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Resources
  }
}

`

/**
 * The French words as literal types, so that an unknown key, a missing variable and a missing \`count\` fail the type check:
 * imported JSON widens every text to \`string\` and would check the keys alone.
 */
export function resourceTypes(): string {
  const files = readdirSync(folder)
    .filter((file) => !areas.later.includes(file.replace(/\.json$/, '')))
    .sort()
  const namespaces = files.map((file) => [file.slice(0, -'.json'.length), read(file)] as const)
  return `${header}export interface Resources ${literal(Object.fromEntries(namespaces), '')}\n`
}

function read(file: string): Words {
  return withoutNotes(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
}

function literal(words: Words, indent: string): string {
  const lines = Object.entries(words).map(([key, value]) => {
    if (key.includes('.')) throw new Error(`"${key}": places are nested objects, a key has no dot`)
    const type = typeof value === 'string' ? quoted(value) : literal(value, `${indent}  `)
    return `${indent}  ${/^[A-Za-z_]\w*$/.test(key) ? key : `'${key}'`}: ${type}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}

function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text.replaceAll('\\', '\\\\')}'`
}

/** No-break spaces where French wants them: nobody should have to know how to type them (WORD-6). */
function holdPunctuation(): void {
  for (const file of readdirSync(folder)) {
    const path = new URL(file, folder)
    const text = readFileSync(path, 'utf8')
    const held = text.replaceAll(/ (?=[:;?!»])|(?<=«) /g, '\u00a0')
    if (held !== text) writeFileSync(path, held)
  }
}

// `node tests/localeTypes.ts` mends the spaces and writes the types; imported, it only tells what the types should be.
if (import.meta.main) {
  holdPunctuation()
  writeFileSync(new URL('../src/i18n/resources.d.ts', import.meta.url), resourceTypes())
}
