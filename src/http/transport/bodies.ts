import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from '../../kernel/errors/refusal.ts'

/** 256 kB: the largest activity or form, several times over. */
export const BODY_LIMIT = 262_144

/** How many bodies may be on their way at once, and how many bytes of them may have come. */
type Most = { readonly count: number; readonly bytes: number }
export type Shares = Readonly<Record<'tabs' | 'bot', Most>>
/** Of one person: two of the largest that anybody may send, and what twenty forms take. */
const EACH: Most = { count: 20, bytes: 9_000_000 }
/**
 * Of all, by the door they come through: together what is there beside 384 MB of heap in the 1 GB that a container has. The bot's
 * share is its own, since Teams must get through with a tap whatever tabs send.
 */
export const SHARES: Shares = {
  tabs: { count: 1_250, bytes: 40_000_000 },
  bot: { count: 750, bytes: 24_000_000 },
}
/** What comes whole comes in less (s). */
const AGAIN_S = 5
/** Bytes that a body begins with: most are no larger. */
const SMALL = 4_096

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/** A body that cannot be read as sent. `statusCode`: 400 or 415. */
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
   * The JSON of `request`; text where it is of another type, undefined where nothing came. `who` sends it, as far as is known: by a
   * name that an erasure leaves them, or what they hold would be counted anew for each.
   * @throws Refusal `too-large` beyond `largest` bytes; `too-fast` while too much is on its way, from them or from all, and then
   * nothing more is kept; BadBody. Nothing is answered where the client went away before the end.
   */
  readonly read: (
    request: IncomingMessage,
    response: ServerResponse,
    largest: number,
    who?: string,
  ) => Promise<unknown>
}

/** Bodies that share `most`, of which one person may take `each`. */
export function createBodies(most: Most, each: Most = EACH): Bodies {
  const all: Held = { count: 0, bytes: 0 }
  const byWho = new Map<string, Held>()

  function heldBy(who: string): Held {
    const held = byWho.get(who) ?? { count: 0, bytes: 0 }
    byWho.set(who, held)
    return held
  }

  const isOver = (held: Held, { count, bytes }: Most) => held.count > count || held.bytes > bytes

  /** What one body takes, counted with those of `who` and of all. */
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
      /** @returns whether that is too much */
      add,
      end(): void {
        add(-1, -bytes)
        if (own?.count === 0) byWho.delete(who ?? '')
      },
    }
  }

  /** @returns the bytes, once all have come; nothing where the client went away */
  function collect(
    request: IncomingMessage,
    response: ServerResponse,
    largest: number,
    who?: string,
  ): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const held = begin(who)
      // One buffer that grows, and not a list of what comes: a chunk of one byte would take a hundred.
      let kept = Buffer.alloc(0)
      let size = 0
      const stop = () => {
        request.off('data', take).off('end', end).off('close', gone)
        held.end()
      }
      const refuse = () => {
        stop()
        // What still comes is let go by; the connection ends with the answer.
        request.resume()
        response.setHeader('connection', 'close')
        reject(new Refusal('too-fast', { seconds: AGAIN_S }))
      }
      const take = (part: Buffer) => {
        const from = size
        size += part.length
        // The rest is read and dropped: who is cut off while sending does not see why.
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
      if (isAwaited(request)) response.writeContinue()
    })
  }

  return {
    async read(request, response, largest, who) {
      const { 'content-encoding': encoding, 'content-type': type = '' } = request.headers
      // Nobody who calls us packs a body, and one of a few bytes may unpack to gigabytes.
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

/** Whether the client sends its body once it is asked to. */
function isAwaited({ headers: { expect }, httpVersion }: IncomingMessage): boolean {
  return expect !== undefined && httpVersion === '1.1'
}
