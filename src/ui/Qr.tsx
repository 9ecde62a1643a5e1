import { encode } from 'uqr'
import styles from './Qr.module.css'

/**
 * A QR code that a camera reads from a screen or from paper: error correction M, quiet zone of 4 modules (PAPER-2), always
 * black on white. @param label what it leads to; the same address is written beside it
 */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return (
    <svg className={styles.qr} role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect className={styles.paper} width={size} height={size} />
      <path className={styles.ink} d={squares.join('')} />
    </svg>
  )
}
