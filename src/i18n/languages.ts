import registry from '../../locales/languages.json' with { type: 'json' }

/**
 * A part of the product that is translated as a whole: `common`, the locked screen and the pages open to everybody;
 * `staff`, the team space; `later`, the lists that no screen shows yet: they are translated, not loaded.
 */
export type Area = keyof typeof registry.areas

export interface Language {
  /** BCP 47. */
  readonly code: string
  /** In its own script; there is no flag. */
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
  /** Native reader who checked the words; null: « Traduction non relue », and the French text prevails. */
  readonly reviewedBy: string | null
  /** Areas whose every word exists in this language; tests/locales.test.ts holds it to that. */
  readonly complete: readonly Area[]
}

export const areas: Readonly<Record<Area, readonly string[]>> = registry.areas

export const languages: readonly Language[] = registry.languages as readonly Language[]

/** The source of every other text, always loaded, and what is shown where a language is not complete. */
export const french: Language = languages[0] as Language

export function languageOf(code: string | null): Language {
  return languages.find((language) => language.code === code) ?? french
}

/** What an area is shown in once a language was chosen: that language, or French when it is not complete there. */
export function shownLanguage(chosen: Language, area: Area): Language {
  return chosen.complete.includes(area) ? chosen : french
}

export function languagesOffered(area: Area): readonly Language[] {
  return languages.filter((language) => language.complete.includes(area))
}
