import { expect, test } from 'vitest'
import { openLockChannel } from './lockChannel.ts'

test('[SEC-34] a lock is heard in every other tab, and a gesture is told apart from it', async () => {
  const [here, there, elsewhere] = [1, 2, 3].map(() => openLockChannel('permanence-test-lock'))
  const heard: string[] = []
  here?.onLock(() => heard.push('here locks'))
  there?.onLock(() => heard.push('there locks'))
  elsewhere?.onLock(() => heard.push('elsewhere locks'))
  elsewhere?.onAlive(() => heard.push('elsewhere is alive'))

  here?.tellAlive()
  await expect.poll(() => heard).toEqual(['elsewhere is alive'])
  here?.tellLock()
  await expect.poll(() => heard.toSorted()).toEqual(['elsewhere is alive', 'elsewhere locks', 'there locks'])
})
