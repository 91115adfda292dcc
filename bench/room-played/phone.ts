import { setTimeout } from 'node:timers/promises'
import { SECOND } from '../../src/kernel/time/clock.ts'
import { apiAs } from '../../test/support/sign-in/api.ts'
import type { Person } from '../../test/support/sign-in/cast.ts'
import type { SignIn } from '../../test/support/sign-in/tokens.ts'

/** The network of the room: while it is `cut`, a call is lost on its way, or its answer is on the way back. */
export type Network = { cut: boolean; lost: number; answersLost: number; again: number }

const AGAIN = SECOND
/** Longer than any cut and any restart (ms). */
const PATIENCE = 240 * SECOND

/** What may pass by waiting: no network, a server that starts, one that asks to wait. */
const mayPass = (status: number) => status >= 500 || status === 429

/**
 * A phone of the room: each act is sent again, with the same body, until it is answered, as a page does.
 * @throws Error when it is refused, or not answered in four minutes
 */
export function phoneOf(origin: string, signIn: SignIn, person: Person, network: Network) {
  const api = apiAs(origin, signIn, person)

  async function once<T>(method: string, path: string, body?: unknown) {
    // Every second call of a cut reaches the server, and only its answer is lost.
    if (network.cut && network.lost++ % 2 === 0) return undefined
    const answer = await api.ask<T>(method, path, body).catch(() => undefined)
    if (!network.cut) return answer
    network.answersLost += 1
    return undefined
  }

  return async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const late = performance.now() + PATIENCE
    for (;;) {
      const answer = await once<T>(method, path, body)
      if (answer && answer.status < 300) return answer.body
      if (answer && !mayPass(answer.status))
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      if (performance.now() > late) throw new Error(`${method} ${path} was never answered`)
      network.again += 1
      await setTimeout(AGAIN)
    }
  }
}

export type Phone = ReturnType<typeof phoneOf>
