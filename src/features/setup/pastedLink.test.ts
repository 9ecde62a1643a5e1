import { expect, test } from 'vitest'
import { readPasted } from './pastedLink.ts'

const address = { origin: 'https://permanence.example', host: 'permanence.example' }
const secret = 'q2GO7hpy8eU_w4Zwbk5MvQ'
const id = '01a205b3-d000-7d0c-b335-91bf6f33ce25'
const read = (text: string) => readPasted(text, address)

test('[SEC-62] a pasted link is a door, with or without its address', () => {
  const join = { type: 'door', door: { door: id, secret } }
  expect(read(` https://permanence.example/#e=${id}.${secret}\n`)).toEqual(join)
  expect(read(`permanence.example/#e=${id}.${secret}`)).toEqual(join)
  expect(read(`#e=${id}.${secret}`)).toEqual(join)
  expect(read(`https://permanence.example/#s=${secret}`)).toEqual({
    type: 'door',
    door: { door: 'setup', secret },
  })
})

test('[SEC-62] a link of another address, or half a link, is none', () => {
  for (const other of ['http://evil.example', 'evil.example', 'http://permanence.example', 'https://['])
    expect(read(`${other}/#s=${secret}`), other).toEqual({ type: 'otherAddress' })
  expect(read('https://permanence.example/#e=abc')).toEqual({ type: 'cut' })
  expect(read('https://permanence.example/')).toEqual({ type: 'cut' })
})

test('[SEC-62] a code is no link', () => {
  expect(read('7K4M 2QRT 9XWB 3HJD')).toBeUndefined()
  expect(read('')).toBeUndefined()
})
