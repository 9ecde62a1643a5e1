import * as v from 'valibot'
import type { Facts } from '#domain/kind.ts'
import { defaultIdleMinutes, type SiteFacts, site } from '#domain/kinds/site.ts'
import { LongOrgText, OrgText, tidy } from '#domain/text.ts'
import type { TypedNumber } from '#ui/NumberField.tsx'

/** What the form of the site holds, as typed. */
export interface SiteAnswers {
  readonly name: string
  readonly notice: string
  readonly idle: TypedNumber
}

export type SiteProblem =
  | { readonly field: 'name' | 'notice'; readonly type: 'required' | 'tooLong' | 'text' | 'forbidden' }
  | { readonly field: 'idle'; readonly type: 'idleRange' }

export function siteAnswersOf(facts: SiteFacts): SiteAnswers {
  return {
    name: facts.name ?? '',
    notice: facts.legalNotice ?? '',
    idle: facts.idleMinutes ?? defaultIdleMinutes,
  }
}

/** Everything that stops the settings from being saved; the notice may be left empty. */
export function siteProblems({ name, notice, idle }: SiteAnswers): readonly SiteProblem[] {
  const named = v.safeParse(OrgText, tidy(name))
  const noticed = v.safeParse(LongOrgText, tidy(notice))
  const problems: (SiteProblem | false)[] = [
    !named.success && { field: 'name', type: named.issues[0].message as 'required' },
    notice.trim() !== '' &&
      !noticed.success && { field: 'notice', type: noticed.issues[0].message as 'required' },
    !v.is(site.fields.idleMinutes, idle) && { field: 'idle', type: 'idleRange' },
  ]
  return problems.filter((problem) => problem !== false)
}

/** The facts that the answers say; what was left empty is absent, which empties the field. */
export function siteFactsOf({ name, notice, idle }: SiteAnswers): Facts {
  const said = tidy(notice)
  return {
    name: tidy(name),
    ...(said !== '' && { legalNotice: said }),
    ...(typeof idle === 'number' && { idleMinutes: idle }),
  }
}
