import { BOT } from '../test/support/sending/settings.ts'
import { TENANT } from '../test/support/sign-in/cast.ts'
import type { Target } from './electorate.ts'
import { freePort, type Running, startNode } from './process.ts'

export type BareBot = {
  readonly target: Target
  readonly child: Running['child']
  /** Has it write to each conversation, so many a second; answered before it has. */
  readonly send: (sending: Sends) => Promise<void>
  readonly stop: () => Promise<void>
}

type Sends = {
  readonly serviceUrl: string
  readonly conversations: readonly string[]
  readonly activity: object
  readonly perSecond: number
}

type BareOptions = {
  /** By which Teams is called: with one, all SDKs of the product are loaded. */
  readonly bearer?: string
  /** What Node itself reads of the environment. */
  readonly node?: Readonly<Record<string, string>>
}

/** The bare SDK as a server, which knows Teams by `openIdUrl`. */
export async function startBare(openIdUrl: string, { bearer, node }: BareOptions = {}): Promise<BareBot> {
  const port = await freePort()
  const settings = { BOT_ID: BOT.id, BOT_TENANT_ID: TENANT, OPEN_ID_URL: openIdUrl }
  const env = {
    NODE_ENV: 'production',
    PORT: String(port),
    ...settings,
    ...node,
    ...(bearer !== undefined && { BEARER: bearer, ALL: 'yes' }),
  }
  const { child, stop } = await startNode(['bench/bare-sdk.js'], env, 'ready')
  const origin = `http://127.0.0.1:${port}`
  return {
    child,
    stop,
    target: { urls: [`${origin}/api/messages`], good: '' },
    async send(sending) {
      const headers = { 'content-type': 'application/json' }
      await fetch(`${origin}/send`, { method: 'POST', headers, body: JSON.stringify(sending) })
    },
  }
}
