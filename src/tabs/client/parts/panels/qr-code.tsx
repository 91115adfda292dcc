import { encode } from 'uqr'

/** Light squares around the code, without which a phone does not find it. */
const QUIET = 4

/** The dark squares of a code as the `d` of one path, a square for each unit. */
export function squaresOf(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET })
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
  return { size, path: rows.join('') }
}

/** `text` as a QR code, dark on white in every theme: many phones read no other. `label` says what it is. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = squaresOf(text)
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      data-text={text}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
