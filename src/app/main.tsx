import './openedLink.ts' // first: the secret leaves the address before anything else runs
import '#ui/base.css'
import './firstPaint.css'
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
// Never awaited here: a screen that shares code with this file would wait for it, and it for the screen.
if (missing === null) void start(root)
else
  void import('./UnsupportedPage.tsx').then(({ UnsupportedPage }) =>
    root.render(<UnsupportedPage missing={missing} />),
  )
