/** Words of a namespace, nested by place. */
export interface Words {
  readonly [key: string]: string | Words
}

/** Without the translator's notes: `"@empty"` explains `"empty"` and is never shown (WORDS-1). */
export function withoutNotes(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words)
      .filter(([key]) => !key.startsWith('@'))
      .map(([key, value]) => [key, typeof value === 'string' ? value : withoutNotes(value)]),
  )
}
