import { expect, test } from 'vitest'
import { type Press, shortcutOf } from './shortcut.ts'

function press(key: string, more: Partial<Press> = {}): Press {
  const code = /^\d$/.test(key) ? `Digit${key}` : key
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more }
}

test.each([
  ['n', { does: 'new' }],
  ['N', { does: 'new' }],
  ['?', { does: 'help' }],
  ['/', { does: 'search' }],
  ['1', { does: 'procedure', at: 0 }],
  ['9', { does: 'procedure', at: 8 }],
  ['Escape', { does: 'cancel' }],
  ['f', { does: 'letter', letter: 'f' }],
  ['F', { does: 'letter', letter: 'f' }],
] as const)('[KEY-2] %s', (key, does) => {
  expect(shortcutOf(press(key), false, true)).toEqual(does)
})

test('[KEY-2] on a French keyboard the top row works without Shift, and the number pad works', () => {
  expect(shortcutOf(press('é', { code: 'Digit2' }), false, true)).toEqual({ does: 'procedure', at: 1 })
  expect(shortcutOf(press('3', { code: 'Numpad3' }), false, true)).toEqual({ does: 'procedure', at: 2 })
  expect(shortcutOf(press('End', { code: 'Numpad1' }), false, true)).toBeUndefined()
})

test('[KEY-2] a text field keeps its letters and digits, and Ctrl+Entrée still saves', () => {
  expect(shortcutOf(press('n'), true, true)).toBeUndefined()
  expect(shortcutOf(press('1'), true, true)).toBeUndefined()
  expect(shortcutOf(press('Escape'), true, true)).toBeUndefined()
  expect(shortcutOf(press('Enter', { ctrlKey: true }), true, true)).toEqual({ does: 'save' })
  expect(shortcutOf(press('Enter', { metaKey: true }), false, true)).toEqual({ does: 'save' })
})

test('[KEY-2] switched off, one-key shortcuts do nothing and Ctrl+Entrée still saves', () => {
  expect(shortcutOf(press('n'), false, false)).toBeUndefined()
  expect(shortcutOf(press('1'), false, false)).toBeUndefined()
  expect(shortcutOf(press('?'), false, false)).toBeUndefined()
  expect(shortcutOf(press('f'), false, false)).toBeUndefined()
  expect(shortcutOf(press('Enter', { ctrlKey: true }), false, false)).toEqual({ does: 'save' })
})

test('[KEY-2] keys of the browser and keys held down are left alone', () => {
  expect(shortcutOf(press('n', { ctrlKey: true }), false, true)).toBeUndefined()
  expect(shortcutOf(press('1', { altKey: true }), false, true)).toBeUndefined()
  expect(shortcutOf(press('Enter', { ctrlKey: true, repeat: true }), false, true)).toBeUndefined()
  expect(shortcutOf(press('0'), false, true)).toBeUndefined()
  expect(shortcutOf(press('Tab'), false, true)).toBeUndefined()
  expect(shortcutOf(press(' '), false, true)).toBeUndefined()
})
