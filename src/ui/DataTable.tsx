import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { classes } from './classes.ts'
import styles from './DataTable.module.css'

export interface Column<Row> {
  readonly id: string
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  /** Figures: tabular, at the end of the cell. */
  readonly numeric?: boolean | undefined
}

interface DataTableProps<Row> {
  /** Names the table and the box that scrolls. */
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  /** The first column is the heading of each row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** Wider than the screen, it scrolls in its own box, which the keyboard can reach. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey }: DataTableProps<Row>) {
  const captionId = useId()
  const { box, overflows } = useOverflow()
  return (
    <section
      ref={box}
      className={styles.box}
      tabIndex={overflows ? 0 : undefined}
      aria-labelledby={captionId}
    >
      <table className={styles.table}>
        <caption id={captionId} className={classes(styles.caption, captionHidden && styles.hidden)}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.numeric ? styles.numeric : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) => (
                <Cell key={column.id} isHeading={index === 0} numeric={column.numeric === true}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps {
  readonly isHeading: boolean
  readonly numeric: boolean
  readonly children: ReactNode
}

function Cell({ isHeading, numeric, children }: CellProps) {
  const className = numeric ? styles.numeric : undefined
  return isHeading ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  )
}

/** A stop for the Tab key only where there is something to scroll. */
function useOverflow() {
  const box = useRef<HTMLElement>(null)
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watcher = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return { box, overflows }
}
