import type { Key } from '../../../../i18n/words.ts'

/**
 * Kinds of failure that the page distinguishes: `host` Teams does not answer · `session` no valid token · `offline` no
 * network · `refusal` refused by a rule · `fault` a bug.
 */
type FailureKind = 'host' | 'session' | 'offline' | 'refusal' | 'fault'

/** Of a page that a browser shows without Teams: no other attempt helps. */
export const OUTSIDE = 'outside'

/** What a part of a page says when it could not be read. */
export type PartKey = Extract<Key, `unread.${string}`>

export class Failure extends Error {
  override readonly name = 'Failure'
  readonly kind: FailureKind
  /** The server's sentence, already in the person's language: a refusal's, or that nothing can be kept for now. */
  readonly title: string
  /** Names a fault in the server's log. */
  readonly reference: string
  /** Of a refusal: what it is, for a form that shows it beside the field it is about. */
  readonly code: string
  /** Of a reading: the part of the page that it was for. */
  readonly part: PartKey | undefined

  constructor(kind: FailureKind, title = '', reference = '', code = '', part?: PartKey) {
    super(title || kind)
    this.kind = kind
    this.title = title
    this.reference = reference
    this.code = code
    this.part = part
  }
}

/** The same failure, of the reading of one `part` of a page, or of all of it. */
export function failureAt({ kind, title, reference, code }: Failure, part: PartKey | undefined): Failure {
  return new Failure(kind, title, reference, code, part)
}

/** Whether asking again may help: a no stays a no, but a list that is not found is a page of another release's. */
export const mayPass = ({ kind, code, part }: Failure) => kind !== 'refusal' || (code === 'gone' && !!part)

/** Whatever was thrown, as a Failure. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  return new Failure('fault', '', thrown instanceof Error ? thrown.name : 'page')
}

/** Of the page rather than of what it asked for. */
export const ELSEWHERE: readonly FailureKind[] = ['host', 'session', 'offline']

const STANDING: readonly (PartKey | undefined)[] = ['unread.me', 'unread.programme']

/**
 * What befell a page rather than one of its parts: the network, the session, who acts and in which programme, or a fault in
 * all of the `sources` that it reads besides. The rest is said by each part in its place.
 */
export function pageFailure(failures: readonly Failure[], sources: number): Failure | undefined {
  const far = failures.find(({ kind, part }) => ELSEWHERE.includes(kind) || STANDING.includes(part))
  const [first, ...more] = failures.filter(({ kind }) => kind === 'fault')
  return far ?? (first && more.length + 1 >= sources ? failureAt(first, undefined) : undefined)
}

/** What broke comes before what was refused: it may pass. */
export function worst(failures: readonly Failure[]): Failure | undefined {
  return failures.find(({ kind }) => kind !== 'refusal') ?? failures[0]
}
