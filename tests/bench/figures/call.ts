import type { Page } from '@playwright/test'
import type { BenchPage } from '../page/main.ts'

/** Opens the bench page of an origin; its functions are there once this resolves. */
export async function openBench(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/bench/index.html`)
  // The product's content policy forbids what `waitForFunction` needs.
  while (!(await page.evaluate(() => Reflect.has(globalThis, 'bench')))) await page.waitForTimeout(20)
}

/** Calls one function of the bench page. Arguments and answer travel as JSON. */
export async function call<Name extends keyof BenchPage>(
  page: Page,
  name: Name,
  ...args: Parameters<BenchPage[Name]>
): Promise<Awaited<ReturnType<BenchPage[Name]>>> {
  const answer = await page.evaluate(
    async ([name, args]) => {
      const bench = Reflect.get(globalThis, 'bench') as Record<string, (...args: unknown[]) => unknown>
      try {
        return { value: await bench[name]?.(...args) }
      } catch (error) {
        return { problem: String(error) } // libraries' own errors lose their message on the way otherwise
      }
    },
    [name as string, args as unknown[]] as const,
  )
  if (answer.problem !== undefined) throw new Error(`${name}: ${answer.problem}`)
  return answer.value as Awaited<ReturnType<BenchPage[Name]>> // what the page's own type says
}
