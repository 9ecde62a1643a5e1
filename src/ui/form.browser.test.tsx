import './base.css'
import { type ReactNode, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Button } from './Button.tsx'
import { ChoiceMany, ChoiceOne } from './Choice.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { NumberField, type TypedNumber } from './NumberField.tsx'
import { readMinutes } from './readNumber.ts'
import { SearchList } from './SearchList.tsx'
import { TextField } from './TextField.tsx'

let root: Root | undefined

async function show(node: ReactNode): Promise<void> {
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  root.render(node)
  await vi.waitFor(() => expect(place.childElementCount).toBeGreaterThan(0))
}

afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
})

const focused = () => document.activeElement

describe('dialog', () => {
  function Asks({ openerGoes = false }: { readonly openerGoes?: boolean }) {
    const [open, setOpen] = useState(false)
    return (
      <>
        <h1 tabIndex={-1}>Journal</h1>
        {!(open && openerGoes) && <Button onClick={() => setOpen(true)}>Supprimer</Button>}
        {open && (
          <Dialog heading="Supprimer la visite ?" onClose={() => setOpen(false)} closeLabel="Fermer">
            <p>Vous pourrez annuler.</p>
          </Dialog>
        )}
      </>
    )
  }

  test('[KEY-1] Escape closes it and focus goes back to what opened it', async () => {
    await show(<Asks />)
    const opener = page.getByRole('button', { name: 'Supprimer' })
    await opener.click()
    await expect.element(page.getByRole('dialog', { name: 'Supprimer la visite ?' })).toBeVisible()
    expect(focused()).toHaveTextContent('Supprimer la visite ?')

    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(focused()).toBe(opener.element())
  })

  test('[KEY-1] when what opened it is gone, focus goes to the title of the page', async () => {
    await show(<Asks openerGoes />)
    await page.getByRole('button', { name: 'Supprimer' }).click()
    await page.getByRole('button', { name: 'Fermer' }).click()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    // The opener is a new element: the one that had the focus is no longer there.
    expect(focused()).toHaveTextContent('Journal')
  })
})

describe('choice', () => {
  const ages = [
    { value: '15-17', label: '15 à 17', name: '15 à 17 ans' },
    { value: '18-25', label: '18 à 25', name: '18 à 25 ans' },
  ]

  function Age() {
    const [value, setValue] = useState<string | null>(null)
    return (
      <ChoiceOne label="Tranche d’âge" hint="Une seule." options={ages} value={value} onChange={setValue} />
    )
  }

  test('[KEY-1] Tab enters a set of radios, arrows move in it, Tab leaves it', async () => {
    await show(
      <>
        <Age />
        <Button>Après</Button>
      </>,
    )
    await userEvent.keyboard('{Tab}')
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(page.getByRole('radio', { name: '18 à 25 ans' })).toBeChecked()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(page.getByRole('radio', { name: '15 à 17 ans' })).toBeChecked()
    await userEvent.keyboard('{Tab}')
    expect(focused()).toHaveTextContent('Après')
  })

  test('[NAME-2] a set of radios is a radiogroup named by its legend alone', async () => {
    await show(<Age />)
    const group = page.getByRole('radiogroup', { name: 'Tranche d’âge', exact: true })
    await expect.element(group).toHaveAccessibleDescription('Une seule.')
  })

  test('[NOM-3] a set keeps the order of its options, whatever the order of the presses', async () => {
    const kept = vi.fn<(values: readonly string[]) => void>()
    function Ages() {
      const [values, setValues] = useState<readonly string[]>([])
      kept(values)
      return <ChoiceMany label="Âges" options={ages} values={values} onChange={setValues} />
    }
    await show(<Ages />)
    await page.getByRole('checkbox', { name: '18 à 25 ans' }).click()
    await page.getByRole('checkbox', { name: '15 à 17 ans' }).click()
    await vi.waitFor(() => expect(kept).toHaveBeenLastCalledWith(['15-17', '18-25']))
  })

  test('[LOOK-6] what is pressed is at least 48 px in both directions', async () => {
    await show(
      <>
        <Age />
        <Button>J’y vais</Button>
        <TextField label="Nom" value="" onChange={() => {}} />
      </>,
    )
    const small = [...document.querySelectorAll('button, input')]
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => Math.min(width, height) < 48)
    expect(small).toEqual([])
  })
})

describe('fields', () => {
  test('[UX-8] a field is named by its label and explained by its hint and its error', async () => {
    await show(
      <TextField
        label="Nom du lieu"
        hint="Court."
        error="Donnez un nom."
        required="(à remplir)"
        value=""
        onChange={() => {}}
      />,
    )
    const field = page.getByRole('textbox', { name: 'Nom du lieu (à remplir)' })
    await expect.element(field).toHaveAccessibleDescription('Court. Donnez un nom.')
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    await expect.element(field).toHaveAttribute('autocomplete', 'off')
    await expect.element(field).toHaveAttribute('spellcheck', 'false')
  })

  test('[STATE-5] the summary takes the focus and each line leads to its field', async () => {
    const options = [{ value: 'a', label: 'Compte CAF' }]
    await show(
      <>
        <ErrorSummary
          heading="Il reste 2 réponses à corriger"
          attempt={1}
          problems={[
            { fieldId: 'lieu', message: 'Donnez un nom.' },
            { fieldId: 'quoi', message: 'Choisissez une démarche.' },
          ]}
        />
        <TextField id="lieu" label="Nom du lieu" value="" onChange={() => {}} />
        <ChoiceMany id="quoi" label="Démarches" options={options} values={[]} onChange={() => {}} />
      </>,
    )
    await vi.waitFor(() =>
      expect(focused()).toBe(page.getByRole('region', { name: 'Il reste 2 réponses à corriger' }).element()),
    )
    const address = location.href
    await page.getByRole('link', { name: 'Donnez un nom.' }).click()
    expect(focused()).toBe(page.getByRole('textbox', { name: 'Nom du lieu' }).element())
    await page.getByRole('link', { name: 'Choisissez une démarche.' }).click()
    expect(focused()).toBe(page.getByRole('checkbox', { name: 'Compte CAF' }).element())
    expect(location.href).toBe(address)
  })

  test('[WORD-3] a number field keeps what is typed, and never makes another number of it', async () => {
    const told: TypedNumber[] = []
    function Minutes() {
      const [value, setValue] = useState<TypedNumber>(30)
      return (
        <>
          <NumberField
            label="Durée en minutes"
            value={value}
            read={readMinutes}
            onChange={(next) => {
              told.push(next)
              setValue(next)
            }}
          />
          <button type="button" onClick={() => setValue(15)}>
            15 min
          </button>
        </>
      )
    }
    await show(<Minutes />)
    const field = page.getByRole('textbox', { name: 'Durée en minutes' })
    await field.clear()
    await userEvent.type(field, '1h15')
    await expect.element(field).toHaveValue('1h15')
    expect(told.at(-1)).toBe(75)
    await userEvent.tab()
    await expect.element(field).toHaveValue('75')
    for (const odd of ['45,5', '1e3', '-1', '15-20', '2x30']) {
      await field.clear()
      expect(told.at(-1)).toBeNull()
      await userEvent.type(field, odd)
      expect(told.at(-1)).toBe(odd)
      await userEvent.tab()
      await expect.element(field).toHaveValue(odd)
    }
    await page.getByRole('button', { name: '15 min' }).click()
    await expect.element(field).toHaveValue('15')
  })

  test('[LOOK-12] Enter in a search takes the first result and submits nothing', async () => {
    const onPick = vi.fn()
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
    await show(
      <form onSubmit={onSubmit}>
        <SearchList
          label="Chercher une démarche"
          query="caf"
          onQuery={() => {}}
          results={[{ value: 'caf.create', label: 'Compte CAF' }]}
          picked={[]}
          onPick={onPick}
          summary="1 démarche"
        />
      </form>,
    )
    await page.getByRole('searchbox', { name: 'Chercher une démarche' }).click()
    await userEvent.keyboard('{Enter}')
    expect(onPick).toHaveBeenCalledExactlyOnceWith('caf.create')
    expect(onSubmit).not.toHaveBeenCalled()
  })
})
