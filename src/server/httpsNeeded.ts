import { randomUUID } from 'node:crypto'
import { protocolHeader, protocolVersion } from '#protocol/version.ts'
import { isLoopbackName } from './config.ts'
import { cacheControl } from './headers.ts'

/** How a request reached us. */
export interface Arrival {
  /** The Host header. */
  readonly host: string
  /** True when the proxy on this machine says it received HTTPS. */
  readonly isHttps: boolean
}

/**
 * True when a browser would give this page neither worker, lock nor cryptography: plain HTTP under a name other than
 * this machine's own. It also turns away a foreign name made to point at this machine (DNS rebinding).
 */
export function lacksHttps({ host, isHttps }: Arrival): boolean {
  return !isHttps && !isLoopbackName(host.replace(/:\d+$/, ''))
}

/** What the three languages of the door say: one problem, one thing to do. No script and no style: nothing may load. */
const sentences = [
  {
    language: 'fr',
    direction: 'ltr',
    title: 'Permanence a besoin d’une adresse sécurisée',
    text: 'Cette adresse commence par http:// : le navigateur n’y protège pas les données et l’application ne peut pas fonctionner sans réseau.',
    act: 'Ouvrez l’adresse qui commence par https://. Si vous ne la connaissez pas, demandez-la à la personne qui a installé Permanence : la marche à suivre est dans le fichier README.md, partie « Tablets ».',
  },
  {
    language: 'en',
    direction: 'ltr',
    title: 'Permanence needs a secure address',
    text: 'This address begins with http://: the browser does not protect data there, and the app cannot work without a network.',
    act: 'Open the address that begins with https://. If you do not know it, ask the person who installed Permanence: the steps are in README.md, under “Tablets”.',
  },
  {
    language: 'ar',
    direction: 'rtl',
    title: 'يحتاج Permanence إلى عنوان آمن',
    text: 'يبدأ هذا العنوان بـ http://، والمتصفح لا يحمي البيانات فيه، ولا يمكن للتطبيق أن يعمل من دون شبكة.',
    act: 'افتح العنوان الذي يبدأ بـ https://. إذا كنت لا تعرفه، فاسأل الشخص الذي ثبّت Permanence: الخطوات موجودة في الملف README.md، قسم “Tablets”.',
  },
] as const

const page = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${sentences[0].title}</title>
</head>
<body>
<main>
${sentences
  .map(
    ({ language, direction, title, text, act }) =>
      `<section lang="${language}" dir="${direction}">\n<h1>${title}</h1>\n<p>${text}</p>\n<p>${act}</p>\n</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`

/** The answer to any request over plain HTTP from elsewhere: a page for people, a code for programs. */
export function httpsNeeded(isApi: boolean, time: string): Response {
  const headers = { 'Cache-Control': cacheControl.never }
  if (!isApi)
    return new Response(page, {
      status: 403,
      headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
    })
  return new Response(JSON.stringify({ code: 'https_required', requestId: randomUUID(), time }), {
    status: 403,
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      [protocolHeader]: String(protocolVersion),
    },
  })
}
