/** What `trustedTypes` answers where the browser has it (SEC-53); elsewhere a plain string is accepted. */
interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => string
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy
}

const own = /^\/(sw\.js|assets\/[A-Za-z0-9._-]+\.js)$/

/** The only script addresses this product ever loads by name; anything else is a bug or an attack (SEC-54). */
export function ownScript(url: string): string {
  if (!own.test(url)) throw new TypeError('not a script of this product')
  return url
}

const factory: PolicyFactory | undefined = Reflect.get(globalThis, 'trustedTypes')
const policy = factory?.createPolicy('app-script-url', { createScriptURL: ownScript })

/** A script address that the Trusted Types policy of the page accepts. */
export function scriptUrl(url: string): string {
  return policy === undefined ? ownScript(url) : policy.createScriptURL(url)
}
