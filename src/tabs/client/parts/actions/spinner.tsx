/** Spinner of a running button. Fluent's own weighs 2.5 kB, and is read out twice. */
export function Spinner() {
  return <span className="turning" aria-hidden="true" />
}
