/**
 * Why something could not be done, as the page tells it apart:
 * `host` Teams does not answer · `session` no valid token · `offline` no network · `refusal` the programme says no ·
 * `fault` something broke.
 */
export type FailureKind = 'host' | 'session' | 'offline' | 'refusal' | 'fault'

export class Failure extends Error {
  override readonly name = 'Failure'
  readonly kind: FailureKind
  /** The server's sentence, already in the person's language: a refusal's, or that nothing can be kept for now. */
  readonly title: string
  /** Names a fault in the server's log. */
  readonly reference: string
  /** Of a refusal: what it is, for a form that shows it beside the field it is about. */
  readonly code: string

  constructor(kind: FailureKind, title = '', reference = '', code = '') {
    super(title || kind)
    this.kind = kind
    this.title = title
    this.reference = reference
    this.code = code
  }
}

/** Whatever was thrown, as a Failure. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  return new Failure('fault', '', thrown instanceof Error ? thrown.name : 'page')
}

/** What broke comes before what was refused: it may pass. */
export function worst(failures: readonly Failure[]): Failure | undefined {
  return failures.find(({ kind }) => kind !== 'refusal') ?? failures[0]
}
