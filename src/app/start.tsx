import { StrictMode } from 'react'
import type { Root } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { startWords } from '#i18n/chosen.ts'
import { openDb } from '#storage/db.ts'
import { DbProvider } from '#storage/react.tsx'
import { createBrowserSync } from '#sync/browserSync.ts'
import { SyncProvider } from '#sync/react.tsx'
import { EnrolmentProvider, enrolmentOf } from './enrolment.tsx'
import { routes } from './routes.tsx'
import { registerWorker } from './serviceWorker.ts'
import { TeamSpaceProvider } from './teamSpace.tsx'

/** The worker fetches everything: it begins once the first screen is drawn. Safari has no `requestIdleCallback`. */
const afterFirstPaintMilliseconds = 500

/** Everything the first screen needs is awaited together, so that it is drawn once, whole. */
export async function start(root: Root): Promise<void> {
  const router = createBrowserRouter(routes)
  const [db] = await Promise.all([openDb(), startWords(), ready(router)])
  const [sync, enrolment] = await Promise.all([
    createBrowserSync(db),
    enrolmentOf(db).catch(() => undefined), // a closed database has its own page
  ])
  root.render(
    <StrictMode>
      <DbProvider db={db}>
        <SyncProvider sync={sync}>
          <EnrolmentProvider atStart={enrolment}>
            <TeamSpaceProvider>
              <RouterProvider router={router} />
            </TeamSpaceProvider>
          </EnrolmentProvider>
        </SyncProvider>
      </DbProvider>
    </StrictMode>,
  )
  setTimeout(() => void registerWorker(), afterFirstPaintMilliseconds)
}

/** The code of the first screen has come; a screen that cannot be had shows C-9. */
function ready(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  if (router.state.initialized) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return
      stop()
      resolve()
    })
  })
}
