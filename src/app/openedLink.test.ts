import { expect, test } from 'vitest'
import { readLink } from './readLink.ts'

test('[SEC-50] a set-up link and a joining link are told apart, and nothing else is a link', () => {
  expect(readLink('#s=AAAAAAAAAAAAAAAAAAAAAA')).toEqual({ door: 'setup', code: 'AAAAAAAAAAAAAAAAAAAAAA' })
  const id = '01a205b3-d000-7d0c-b335-91bf6f33ce25'
  expect(readLink(`#e=${id}.q2GO7hpy8eU_w4Zwbk5MvQ`)).toEqual({
    door: 'join',
    code: `${id}.q2GO7hpy8eU_w4Zwbk5MvQ`,
  })
  for (const other of ['', '#', '#contenu', '#x=1', '#s=', '#s=a b', '#s=<script>']) {
    expect(readLink(other), other).toBeNull()
  }
})
