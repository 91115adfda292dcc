import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from '../../kernel/errors/refusal.ts'

/** Default limit of a body, 256 kB: the largest activity or form, several times over. */
export const BODY_LIMIT = 262_144

/** Limit on bodies in transit: how many at once, and how many bytes received. */
type Most = { readonly count: number; readonly bytes: number }
export type Shares = Readonly<Record<'tabs' | 'bot', Most>>
/** For one person: two of the largest that anybody may send, and what twenty forms take. */
const EACH: Most = { count: 20, bytes: 9_000_000 }
/**
 * For all, by entry point: together what fits beside 384 MB of heap in a container of 1 GB. The bot has its own
 * share, since Teams must get through whatever tabs send.
 */
export const SHARES: Shares = {
  tabs: { count: 1_250, bytes: 40_000_000 },
  bot: { count: 750, bytes: 24_000_000 },
}
/** Retry-After (s): a whole body arrives in less. */
const AGAIN_S = 5
/** Initial buffer in bytes: most bodies are no larger. */
const SMALL = 4_096

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/** A body that cannot be parsed. `statusCode`: 400 or 415. */
export class BadBody extends Error {
  override readonly name = 'BadBody'
  readonly statusCode: number

  constructor(statusCode: 400 | 415) {
    super(`a body was answered ${statusCode}`)
    this.statusCode = statusCode
  }
}

type Held = { count: number; bytes: number }

export type Bodies = {
  /**
   * The JSON of `request`; text for another type, undefined without a body. `who`: key of the sender's limit, one
   * that an erasure keeps, or what they hold would be counted anew for each.
   * @throws Refusal `too-large` beyond `largest` bytes; `too-fast` while too much is in transit, from them or from
   * all, and then nothing more is read; BadBody. Never resolves where the client disconnected before the end.
   */
  readonly read: (
    request: IncomingMessage,
    response: ServerResponse,
    largest: number,
    who?: string,
  ) => Promise<unknown>
}

/** Body reader with a shared limit `most`, of which one person may take `each`. */
export function createBodies(most: Most, each: Most = EACH): Bodies {
  const all: Held = { count: 0, bytes: 0 }
  const byWho = new Map<string, Held>()

  function heldBy(who: string): Held {
    const held = byWho.get(who) ?? { count: 0, bytes: 0 }
    byWho.set(who, held)
    return held
  }

  const isOver = (held: Held, { count, bytes }: Most) => held.count > count || held.bytes > bytes

  /** Reserves for one body, counted for `who` and for all. */
  function begin(who: string | undefined) {
    const own = who === undefined ? undefined : heldBy(who)
    let bytes = 0
    const add = (count: number, more: number) => {
      bytes += more
      for (const held of own ? [all, own] : [all]) {
        held.count += count
        held.bytes += more
      }
      return isOver(all, most) || (own !== undefined && isOver(own, each))
    }
    return {
      /** @returns whether the limit is passed */
      add,
      end(): void {
        add(-1, -bytes)
        if (own?.count === 0) byWho.delete(who ?? '')
      },
    }
  }

  /** @returns the bytes, once complete; nothing where the client disconnected */
  function collect(
    request: IncomingMessage,
    response: ServerResponse,
    largest: number,
    who?: string,
  ): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const held = begin(who)
      // One growing buffer instead of a list of chunks: a chunk of one byte would take a hundred.
      let kept = Buffer.alloc(0)
      let size = 0
      const stop = () => {
        request.off('data', take).off('end', end).off('close', gone)
        held.end()
      }
      const refuse = () => {
        stop()
        // The rest is discarded; the connection ends with the response.
        request.resume()
        response.setHeader('connection', 'close')
        reject(new Refusal('too-fast', { seconds: AGAIN_S }))
      }
      const take = (part: Buffer) => {
        const from = size
        size += part.length
        // The rest is read and discarded: a client that is cut off while sending does not see the response.
        if (size > largest) return
        const room = Math.min(largest, Math.max(size, 2 * kept.length, SMALL))
        if (size > kept.length && held.add(0, room - kept.length)) return refuse()
        if (size > kept.length) kept = Buffer.concat([kept], room)
        part.copy(kept, from)
      }
      const end = () => {
        stop()
        if (size > largest) reject(new Refusal('too-large'))
        else resolve(kept.subarray(0, size))
      }
      const gone = () => {
        stop()
        resolve(Buffer.alloc(0))
      }
      request.on('data', take).once('end', end).once('close', gone)
      if (held.add(1, 0)) return refuse()
      if (expectsContinue(request)) response.writeContinue()
    })
  }

  return {
    async read(request, response, largest, who) {
      const { 'content-encoding': encoding, 'content-type': type = '' } = request.headers
      // No client of ours compresses bodies, and a few bytes may unpack to gigabytes (zip bomb).
      if (encoding !== undefined) throw new BadBody(415)
      if (!hasBody(request)) return undefined
      const text = (await collect(request, response, largest, who)).toString('utf8')
      if (text === '') return undefined
      if (!JSON_TYPE.test(type)) return text
      try {
        return JSON.parse(text)
      } catch {
        throw new BadBody(400)
      }
    },
  }
}

/** Whether the request says that a body follows. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** Whether the client waits for `100 Continue` before it sends the body. */
function expectsContinue({ headers: { expect }, httpVersion }: IncomingMessage): boolean {
  return expect !== undefined && httpVersion === '1.1'
}
