import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Requests to make, each with its own token and body, and what a good answer holds. */
export type Volley = {
  readonly shots: readonly { readonly url: string; readonly token: string; readonly body: string }[]
  readonly atOnce: number
  readonly good: string
}

/** In milliseconds: all of them, and each. `busy`: the share of one processor that asking took. */
export type Fired = { readonly ms: number; readonly took: readonly number[]; readonly busy: number }

/** A process that asks, so that asking takes nothing from whoever answers. */
export function startLoad() {
  const child = fork(fileURLToPath(new URL('vote-load.ts', import.meta.url)), [], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    /** @throws Error when one was not answered as it should be */
    async fire(volley: Volley): Promise<Fired> {
      child.send(volley)
      const [said] = (await once(child, 'message')) as [Fired | { failed: string }]
      if ('failed' in said) throw new Error(said.failed)
      return said
    },
    stop: () => child.disconnect(),
  }
}
