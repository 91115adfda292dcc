import type { ChangeTopic } from '../../../src/kernel/storage/change-topic.ts'

export type Told = { readonly event: string; readonly topics?: readonly ChangeTopic[]; readonly why?: string }

/** Splits the stream into whole events and the incomplete rest. A lone comment line is a heartbeat. */
function eventsIn(text: string): { readonly events: readonly Told[]; readonly rest: string } {
  const blocks = text.split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.map(block => {
    const event = /^event: (.*)$/m.exec(block)?.[1]
    return { event: event ?? 'life', ...JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') }
  })
  return { events, rest }
}

type Asking = { readonly path?: string; readonly scheme?: 'Bearer' | 'Screen' }

/**
 * Client of an event stream, as a page or a screen. `next` waits for an event of that name; `all` resolves when the stream ends.
 */
export async function listen(
  origin: string,
  token: string,
  { path = '/events', scheme = 'Bearer' }: Asking = {},
) {
  const leaving = new AbortController()
  const headers = { authorization: `${scheme} ${token}` }
  const response = await fetch(`${origin}/api/v1${path}`, { headers, signal: leaving.signal })
  const heard: Told[] = []
  let told = Promise.withResolvers<void>()
  async function read() {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let text = ''; reader; ) {
      const { done, value } = await reader.read()
      if (done) return
      const { events, rest } = eventsIn(text + value)
      text = rest
      heard.push(...events)
      told.resolve()
      told = Promise.withResolvers()
    }
  }
  const ended = read().catch(() => {})
  return {
    status: response.status,
    headers: response.headers,
    heard,
    async next(name: string): Promise<Told> {
      for (;;) {
        const at = heard.findIndex(({ event }) => event === name)
        if (at >= 0) return heard.splice(0, at + 1).at(-1) as Told
        await told.promise
      }
    },
    all: () => ended.then(() => heard),
    leave: async () => {
      leaving.abort()
      await ended
    },
  }
}

export type Listening = Awaited<ReturnType<typeof listen>>
