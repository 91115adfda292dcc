import { z } from 'zod'
import type { Rendered } from '../conversation/protocol/rendered.ts'
import { runAtEnd } from '../kernel/text/text.ts'
import type { Clock } from '../kernel/time/clock.ts'
import { type Address, readAddress, writeAddress } from './address.ts'
import { messageWith } from './answer-activities.ts'
import { DeliveryFault } from './delivery-fault.ts'
import { type MembersCalls, membersCalls } from './members.ts'

const TIMEOUT_MS = 15_000
/** A team has 1,000 channels at most; the list is cut to what is offered to people. */
const CHANNELS_LIMIT = 200

const created = z.object({ id: z.string() })
const channels = z.object({
  conversations: z.array(z.object({ id: z.string().min(1), name: z.string().nullish() })),
})
const refused = z.object({
  error: z.object({ code: z.string().optional(), message: z.string().optional() }),
})

export type Connector = MembersCalls & {
  /** @throws DeliveryFault */
  readonly post: (address: string, message: Rendered) => Promise<string>
  readonly update: (address: string, messageId: string, message: Rendered) => Promise<void>
  /** Replies to message `to` in the conversation of `address`. @returns Teams' message id */
  readonly reply: (address: string, to: string, message: object) => Promise<string>
  readonly channelsOf: (address: string) => Promise<readonly { id: string; name: string; address: string }[]>
}

type Parts = {
  readonly authorization: () => Promise<string | undefined>
  /** Whether the URL may be sent a bearer token. */
  readonly trusts: (serviceUrl: string) => boolean
  readonly clock: Clock
  /** Called for each call except those that `delivery/` makes. */
  readonly countCall: () => void
  /** Resolves when a call that answers nobody is within the rate limits. */
  readonly waitTurn: () => Promise<void>
}

/** `MessageWritesBlocked` comes as a `subCode` in JSON inside the message. */
function codeOf(body: unknown): string | undefined {
  const { data } = refused.safeParse(body)
  const nested = /"subCode"\s*:\s*"(\w+)"/.exec(data?.error.message ?? '')?.[1]
  return (nested ?? data?.error.code)?.slice(0, 100)
}

function waitOf(header: string | null, clock: Clock): number | undefined {
  if (header === null) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - clock.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}

function faultOf(response: Response, body: unknown, clock: Clock): DeliveryFault {
  const code = codeOf(body)
  const retryAfterMs = waitOf(response.headers.get('retry-after'), clock)
  return new DeliveryFault({
    status: response.status,
    ...(code !== undefined && { code }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  })
}

function silence(error: unknown): DeliveryFault {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return new DeliveryFault({
    status: 0,
    code: cause?.code ?? (name === 'TimeoutError' ? 'Timeout' : 'NoAnswer'),
  })
}

/**
 * REST client of Teams' connector, one request per call: the SDK's own client repeats a POST that was answered 5xx,
 * even one that was carried out, and waits unseen. Retries are up to `delivery/`.
 */
export function createConnector({ authorization, trusts, clock, countCall, waitTurn }: Parts): Connector {
  async function call(address: Address, method: string, path: string, body?: object): Promise<unknown> {
    const { serviceUrl } = address
    if (!trusts(serviceUrl)) throw new DeliveryFault({ status: 400, code: 'UntrustedServiceUrl' })
    const base = serviceUrl.slice(0, runAtEnd(serviceUrl, /\//))
    const bearer = await authorization()
    const request = {
      method,
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: bearer }) },
      // A redirect would send the token elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body && { body: JSON.stringify(body) }),
    } satisfies RequestInit
    try {
      const response = await fetch(`${base}/v3/${path}`, request)
      const answer: unknown = await response.json().catch(() => undefined)
      if (!response.ok) throw faultOf(response, answer, clock)
      return answer
    } catch (error) {
      throw error instanceof DeliveryFault ? error : silence(error)
    }
  }

  const ask: typeof call = (...request) => {
    countCall()
    return call(...request)
  }

  const activities = ({ conversation }: Address) =>
    `conversations/${encodeURIComponent(conversation)}/activities`

  function activityFor({ bot, conversation }: Address, message: Rendered): object {
    return { ...messageWith(message), from: { id: bot }, conversation: { id: conversation } }
  }

  return {
    async post(address, message) {
      const to = readAddress(address)
      const answer = await call(to, 'POST', activities(to), activityFor(to, message))
      // Accepted without an id: the message exists, so it must not be sent again, though it cannot be edited.
      return created.safeParse(answer).data?.id ?? ''
    },
    async update(address, messageId, message) {
      const to = readAddress(address)
      const path = `${activities(to)}/${encodeURIComponent(messageId)}`
      await call(to, 'PUT', path, { ...activityFor(to, message), id: messageId })
    },
    async reply(address, to, message) {
      const where = readAddress(address)
      const path = `${activities(where)}/${encodeURIComponent(to)}`
      return created.safeParse(await ask(where, 'POST', path, message)).data?.id ?? ''
    },
    ...membersCalls({ call, clock, waitTurn }),
    async channelsOf(address) {
      const from = readAddress(address)
      if (!from.team) return []
      const answer = await ask(from, 'GET', `teams/${encodeURIComponent(from.team)}/conversations`)
      const listed = channels.safeParse(answer).data?.conversations.slice(0, CHANNELS_LIMIT) ?? []
      return listed.map(({ id, name }) => ({
        id,
        name: name ?? '',
        address: writeAddress({ ...from, conversation: id }),
      }))
    },
  }
}
