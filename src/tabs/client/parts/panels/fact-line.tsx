type Props = {
  /** Those that are empty are left out. */
  readonly of: readonly (string | false | undefined)[]
  readonly className?: string
}

/** « Camille Martin · 14 soutiens »: a dot between two facts of a line, and none where a line begins or ends. */
export function FactLine({ of, className = 'quiet' }: Props) {
  const facts = of.filter((fact): fact is string => Boolean(fact))
  if (facts.length === 0) return null
  return (
    <p className={`${className} fact-line`}>
      {facts.map((fact, at) => (
        <span key={fact}>
          {at > 0 && <span className="fact-dot">{'\u00A0·\u00A0'}</span>}
          {fact}
        </span>
      ))}
    </p>
  )
}
