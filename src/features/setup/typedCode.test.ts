import { expect, test } from 'vitest'
import { codeProblem, grouped } from './typedCode.ts'

test('[SEC-62] a typed code is read in any case, with spaces and hyphens, and its usual misreadings', () => {
  expect(codeProblem('7k4m 2qrt-9xwb 3hjd')).toBeUndefined()
  expect(codeProblem('7K4M2QRT9XWBIOLO')).toBeUndefined()
})

test('[SEC-62] a mistake of typing is told before a try is spent on it', () => {
  expect(codeProblem('7K4M 2QRT 9XWB 3HJ')).toEqual({ type: 'codeError', count: 15 })
  expect(codeProblem('')).toEqual({ type: 'codeError', count: 0 })
  expect(codeProblem('7K4M 2QRT 9XWB 3HJU')).toEqual({ type: 'codeSign' })
})

test('[SEC-62] a code is shown by groups of four', () => {
  expect(grouped('7K4M2QRT9XWB3HJD')).toBe('7K4M 2QRT 9XWB 3HJD')
})
