import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import { I18nextProvider, initReactI18next, useTranslation } from 'react-i18next'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'

/** What these libraries cost before a product is written with them: one sentence, through all three. */
function Hello() {
  const { t } = useTranslation()
  return <h1>{t('action.continue')}</h1>
}

await i18next.use(initReactI18next).init({
  lng: 'fr',
  defaultNS: 'common',
  resources: { fr: { common: { action: { continue: 'Bonjour à toutes et à tous' } } } },
})
const router = createBrowserRouter([{ path: '*', element: <Hello /> }])
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <I18nextProvider i18n={i18next}>
    <RouterProvider router={router} />
  </I18nextProvider>,
)
await navigator.serviceWorker.register('/sw.js')
