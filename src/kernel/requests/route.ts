import type { Actor } from '../access/actor.ts'
import type { Refusal } from '../errors/refusal.ts'

/** One request to the tabs' API, its token already checked. All but the actor is untrusted. */
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

/** A file that is sent as it comes, whatever its size. */
export class Flow {
  /** As those of a `Download`. */
  readonly type: string
  readonly name: string
  readonly parts: AsyncIterable<string | Uint8Array>
  /** Lets go of what `parts` is read from. To be called once, whether they were read to the end or not at all. */
  readonly end: () => Promise<void>

  constructor(type: string, name: string, parts: Flow['parts'], end: Flow['end']) {
    this.type = type
    this.name = name
    this.parts = parts
    this.end = end
  }
}

/** One door of the API under `/api/v1`. What it answers becomes JSON, unless it is a `Download` or a `Flow`; a Refusal becomes problem details. */
export type ApiRoute = {
  readonly method: 'get' | 'post' | 'put' | 'del'
  /** As restify writes it: `/ideas/:id/support`. */
  readonly path: string
  readonly run: (request: ApiRequest) => Promise<unknown>
  /** Where 256 kB are too few. */
  readonly large?: LargeBody
}

/** More than anybody may send, for those alone who may do what it is sent for. */
type LargeBody = {
  /** Bytes. */
  readonly most: number
  /** Asked before a byte is kept. @throws Refusal for who may not do it: as `run` would, which asks again */
  readonly ask: (request: Pick<ApiRequest, 'actor' | 'params' | 'query'>) => Promise<unknown>
}

/** A file handed out to whoever holds its address: no token comes with it, so the address itself must be a secret. */
export type FileRoute = {
  readonly method: 'get'
  /** From the server's root, as restify writes it: `/calendar/:file`. */
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
