import { globSync, readdirSync, readFileSync } from 'node:fs'
import { type Words, withoutNotes } from '#i18n/notes.ts'

const root = new URL('../locales/', import.meta.url)

/** Texts of one namespace by key: `list.empty` → « Aucune visite ce matin. » */
export type Texts = ReadonlyMap<string, string>

export function namespacesOf(language: string): readonly string[] {
  return readdirSync(new URL(`${language}/`, root)).map((file) => file.replace(/\.json$/, ''))
}

export function textsOf(language: string, namespace: string): Texts {
  const words: Words = JSON.parse(readFileSync(new URL(`${language}/${namespace}.json`, root), 'utf8'))
  return new Map(flat(withoutNotes(words), ''))
}

function flat(words: Words, place: string): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[place + key, value] as const] : flat(value, `${place}${key}.`),
  )
}

/** Every text of a language, each with its whole key: `visits:list.empty`. */
export function allTexts(language: string): readonly { readonly key: string; readonly text: string }[] {
  return namespacesOf(language).flatMap((namespace) =>
    [...textsOf(language, namespace)].map(([key, text]) => ({ key: `${namespace}:${key}`, text })),
  )
}

/** Texts that are rightly the same as in French, by language, each looked at by a person. */
export const sameAsFrench: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('sameAsFrench.json', root), 'utf8'),
)

const pluralForm = /_(zero|one|two|few|many|other)$/

/** `visits_other` → `visits`, with the forms it was given. */
export function pluralsOf(texts: Texts): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>()
  for (const key of texts.keys()) {
    const form = pluralForm.exec(key)?.[1]
    if (form) forms.set(withoutForm(key), [...(forms.get(withoutForm(key)) ?? []), form])
  }
  return forms
}

export function withoutForm(key: string): string {
  return key.replace(pluralForm, '')
}

/** What a text has filled in, sorted: `{{count}}`, `{{place}}`. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort()
}

interface CodeList {
  readonly id: string
  readonly items: readonly { readonly code: string }[]
  readonly groups?: readonly { readonly code: string }[]
  readonly totals?: readonly { readonly code: string }[]
}

/** The codes of src/domain/lists/, under the name their words have: `procedures`, `proceduresGroups`. */
export function codesByList(): ReadonlyMap<string, readonly string[]> {
  const lists = globSync('src/domain/lists/*.json').map(
    (path): CodeList => JSON.parse(readFileSync(path, 'utf8')),
  )
  const named = lists.flatMap(({ id, items, groups = [], totals = [] }) => [
    [id, items] as const,
    [`${id}Groups`, groups] as const,
    [`${id}Totals`, totals] as const,
  ])
  return new Map(named.filter(([, of]) => of.length > 0).map(([id, of]) => [id, of.map((item) => item.code)]))
}

/** A code as a key (NOM-7). */
export function codeKey(code: string): string {
  return code.replaceAll(/[.-]/g, '')
}

/** The sources that show words. */
export function sources(): string {
  return globSync('{src,tests}/**/*.{ts,tsx}')
    .filter((path) => !path.includes('.test.') && !path.endsWith('.d.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

/** Says of a key whether the code holds it, whole or as a template: `${step}.title`, `error.${type}`. */
export function usedIn(code: string): (key: string) => boolean {
  const named = new Set([...code.matchAll(/['"`](?:\w+:)?([\w.]+)['"`]/g)].map(([, key = '']) => key))
  const templates = [...code.matchAll(/`(?:\w+:)?((?:[\w.]|\$\{[^{}`]*\})+)`/g)]
    .map(([, template = '']) => template.split(/\$\{[^}]*\}/))
    .filter((parts) => parts.length > 1 && parts.some((part) => /[a-z]{3}/i.test(part) && part.includes('.')))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.]+')}$`))
  return (key) => named.has(key) || templates.some((template) => template.test(key))
}
