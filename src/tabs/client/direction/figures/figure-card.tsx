type Props = {
  readonly label: string
  /** A number as it is written, or words where there is none. */
  readonly value: string
  readonly unit?: string
  readonly note: string
}

/** One figure: what it counts, the number large, and what to read it against. */
export function FigureCard({ label, value, unit, note }: Props) {
  return (
    <div className="card figure">
      <dt>{label}</dt>
      <dd>
        <p>
          <strong className={/^\D/.test(value) ? 'figure-words' : ''}>{value}</strong> <span>{unit}</span>
        </p>
        <p className="quiet">{note}</p>
      </dd>
    </div>
  )
}
