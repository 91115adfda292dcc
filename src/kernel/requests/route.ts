import type { Actor } from '../access/actor.ts'
import type { Refusal } from '../errors/refusal.ts'

/** An authenticated request to the tabs' API. All but the actor is untrusted. */
export type ApiRequest = {
  readonly actor: Actor
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  /** The sentence of a refusal in the actor's language, for an answer of which a part alone is refused. */
  readonly sentence: (refusal: Refusal) => string
}

/** A file as the answer of a route: the browser saves it. */
export class Download {
  /** A content type; with its charset where it is text. */
  readonly type: string
  /** ASCII letters, digits, `.` and `-` only. */
  readonly name: string
  readonly body: string | Uint8Array

  constructor(type: string, name: string, body: string | Uint8Array) {
    this.type = type
    this.name = name
    this.body = body
  }
}

/** A file that is streamed, whatever its size. */
export class Flow {
  /** Content type and file name as of a `Download`. */
  readonly type: string
  readonly name: string
  readonly parts: AsyncIterable<string | Uint8Array>
  /** Releases what `parts` reads from. Call it once, whether they were read to the end or not at all. */
  readonly end: () => Promise<void>

  constructor(type: string, name: string, parts: Flow['parts'], end: Flow['end']) {
    this.type = type
    this.name = name
    this.parts = parts
    this.end = end
  }
}

/**
 * A route of the API under `/api/v1`. Its result is sent as JSON, unless it is a `Download` or a `Flow`; a Refusal
 * becomes problem details.
 */
export type ApiRoute = {
  readonly method: 'get' | 'post' | 'put' | 'del'
  /** In restify's syntax: `/ideas/:id/support`. */
  readonly path: string
  readonly run: (request: ApiRequest) => Promise<unknown>
  /** Limit of the body, where the usual 256 kB is too small. */
  readonly large?: LargeBody
}

/** A larger limit of the body, for actors who may do the act only. */
type LargeBody = {
  /** Bytes. */
  readonly most: number
  /** Authorization before a byte of the body is read. @throws Refusal as `run` would, which checks again */
  readonly ask: (request: Pick<ApiRequest, 'actor' | 'params' | 'query'>) => Promise<unknown>
}

/** A file served without a token to whoever has its URL, so the URL itself must be secret. */
export type FileRoute = {
  readonly method: 'get'
  /** From the server's root, in restify's syntax: `/calendar/:file`. */
  readonly path: string
  /** @throws Refusal `gone` for an address that leads nowhere */
  readonly run: (params: Readonly<Record<string, string>>) => Promise<ServedFile>
}

type ServedFile = {
  /** A content type, with its charset. */
  readonly type: string
  /** ASCII letters, digits, `.` and `-` only: what the browser saves it as. */
  readonly name: string
  readonly body: string
}
