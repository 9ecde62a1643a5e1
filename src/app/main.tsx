import './openedLink.ts' // first: the secret leaves the address before anything else runs
import '#ui/base.css'
import { createRoot } from 'react-dom/client'
import { missingRequirement, surroundings } from './requirements.ts'
import { start } from './start.tsx'

// A page restored from the back/forward cache may show what was locked meanwhile (SEC-34, KIOSK-5).
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

const element = document.getElementById('root')
if (element === null) throw new Error('index.html has no #root')
const root = createRoot(element)

const missing = missingRequirement(surroundings())
if (missing === null) await start(root)
else {
  const { UnsupportedPage } = await import('./UnsupportedPage.tsx')
  root.render(<UnsupportedPage missing={missing} />)
}
