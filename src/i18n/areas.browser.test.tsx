import { createRoot, type Root } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { chooseLanguage, chosenLanguage, startWords } from './chosen.ts'
import { LanguageArea } from './LanguageArea.tsx'
import type { Area } from './languages.ts'

let root: Root | undefined

async function show(area: Area): Promise<void> {
  root?.unmount()
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(
    <LanguageArea area={area}>
      <Word />
    </LanguageArea>,
  )
  await expect.element(page.getByRole('button')).toBeVisible()
}

function Word() {
  const { t } = useTranslation()
  return <button type="button">{t('action.cancel')}</button>
}

const html = document.documentElement

afterEach(async () => {
  root?.unmount()
  root = undefined
  document.body.replaceChildren()
  await chooseLanguage('fr')
  localStorage.clear()
})

test('[LANG-4] Arabic turns the page round before it is painted, and French turns it back', async () => {
  await show('common')
  await chooseLanguage('ar')
  await expect.element(page.getByRole('button')).toHaveTextContent('إلغاء')
  expect([html.lang, html.dir]).toEqual(['ar', 'rtl'])

  await chooseLanguage('fr')
  await expect.element(page.getByRole('button')).toHaveTextContent('Annuler')
  expect([html.lang, html.dir]).toEqual(['fr', 'ltr'])
})

test('[LANG-2] an area that is not complete in the chosen language is in French, and says so', async () => {
  await chooseLanguage('ar')
  await show('staff')
  await expect.element(page.getByRole('button')).toHaveTextContent('Annuler')
  expect([html.lang, html.dir]).toEqual(['fr', 'ltr'])

  await show('common')
  await expect.element(page.getByRole('button')).toHaveTextContent('إلغاء')
  expect([html.lang, html.dir]).toEqual(['ar', 'rtl'])
})

test('[FEEL-2] words that are not of the first screen come with theirs, and no key is shown meanwhile', async () => {
  const said: string[] = []
  function Late() {
    const { t } = useTranslation('about')
    said.push(t('siteMap.lead'))
    return <button type="button">{t('siteMap.lead')}</button>
  }
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(
    <LanguageArea area="common">
      <Late />
    </LanguageArea>,
  )
  await expect.element(page.getByRole('button')).toBeVisible()
  expect(said.length).toBeGreaterThan(0)
  expect(said.every((text) => text.includes(' '))).toBe(true)
})

test('[LANG-6] a language chosen on a later screen has the words of that screen before it is shown', async () => {
  const said: string[] = []
  function Late() {
    const { t } = useTranslation('about')
    said.push(t('siteMap.teamTitle'))
    return <button type="button">{t('siteMap.teamTitle')}</button>
  }
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(
    <LanguageArea area="common">
      <Late />
    </LanguageArea>,
  )
  const button = page.getByRole('button')
  await expect.element(button).toHaveTextContent('Pour l’équipe')
  const element = button.element() as HTMLElement
  element.focus()
  for (const [code, text] of [
    ['en', 'For the team'],
    ['ar', 'للفريق'],
    ['fr', 'Pour l’équipe'],
  ] as const) {
    await chooseLanguage(code)
    await expect.element(button).toHaveTextContent(text)
    expect(document.activeElement, 'the screen was never taken away').toBe(element)
  }
  expect(said.every((text) => !text.includes('.'))).toBe(true)
})

test('[LANG-6] the language is remembered on the device, and nothing else is', async () => {
  await chooseLanguage('en')
  expect({ ...localStorage }).toEqual({ 'permanence.language': 'en' })
  await chooseLanguage('fr')
  localStorage.setItem('permanence.language', 'en')
  await startWords()
  expect(chosenLanguage.current().code).toBe('en')
})

test('[LANG-6] a language that is not offered leaves French', async () => {
  localStorage.setItem('permanence.language', 'xx')
  await startWords()
  expect(chosenLanguage.current().code).toBe('fr')
})
