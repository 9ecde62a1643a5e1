import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { announcements } from './announce.ts'
import styles from './Page.module.css'

interface PageProps {
  readonly heading: string
  /** « Étape 4 sur 9 – Créer mon compte ameli – Place »; holds no personal value. */
  readonly documentTitle: string
  /** One line under the heading. */
  readonly lead?: ReactNode
  /** Beside the heading. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

let isFirstPage = true

/**
 * The one heading of level 1. The router moves no focus and announces nothing: here the new heading receives it, except on
 * the very first page, where the browser has just read the title and the skip link must come first.
 */
export function Page({ heading, documentTitle, lead, actions, children }: PageProps) {
  const title = useRef<HTMLHeadingElement>(null)
  const arrivedAt = useRef<string | null>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = documentTitle
  }, [documentTitle])
  useEffect(() => {
    if (arrivedAt.current === pathname) return
    if (!isFirstPage) announcements.leave()
    arrivedAt.current = pathname
    if (!isFirstPage) title.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [pathname])
  return (
    <>
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 ref={title} tabIndex={-1}>
            {heading}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </>
  )
}
