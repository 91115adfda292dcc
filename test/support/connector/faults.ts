/** The connector's calls, by what they are for. */
export type CallKind = 'post' | 'edit' | 'delete' | 'create' | 'members' | 'roster' | 'team' | 'channels'

/** Calls that count as sending: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/rate-limit */
export const SENDS: readonly CallKind[] = ['post', 'edit', 'delete', 'create']

export type Fault = {
  readonly on?: CallKind
  /** Only in this conversation; a channel means all of its threads. */
  readonly in?: string
  /** How many calls it hits; 1 by default. */
  readonly times?: number
  /** 0 cuts the connection. */
  readonly status: number
  readonly code?: string
  /** The header's value: seconds, or a date. */
  readonly retryAfter?: number | string
  /** The call is carried out, and only its answer fails. */
  readonly carriedOut?: boolean
}

export type Hold = {
  /** Resolves once a call is held. */
  readonly arrived: Promise<void>
  /** Releases the call, before it is carried out. */
  readonly release: () => void
}

type Aim = Pick<Fault, 'on' | 'in'>

/** Injected faults, in order. */
export function createFaults() {
  const faults: { fault: Fault; left: number }[] = []
  const holds: { aim: Aim; arrive: () => void; released: Promise<void> }[] = []
  const hits = (aim: Aim, kind: CallKind, conversation: string) =>
    (aim.on ?? kind) === kind && (aim.in === undefined || conversation.split(';')[0] === aim.in.split(';')[0])

  return {
    fails(fault: Fault): void {
      faults.push({ fault, left: fault.times ?? 1 })
    },
    holds(aim: Aim): Hold {
      const arrived = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      holds.push({ aim, arrive: arrived.resolve, released: released.promise })
      return { arrived: arrived.promise, release: released.resolve }
    },
    /** Waits where a call is held. */
    async pass(kind: CallKind, conversation: string): Promise<void> {
      const at = holds.findIndex(({ aim }) => hits(aim, kind, conversation))
      const [hold] = at < 0 ? [] : holds.splice(at, 1)
      hold?.arrive()
      await hold?.released
    },
    take(kind: CallKind, conversation: string): Fault | undefined {
      const found = faults.find(({ fault, left }) => left > 0 && hits(fault, kind, conversation))
      if (found) found.left -= 1
      return found?.fault
    },
    /** Faults that no call has met. */
    unmet: () => faults.filter(({ left }) => left > 0).map(({ fault }) => fault),
  }
}
