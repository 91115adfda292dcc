import type { Subject } from '../messages/index.ts'

/** Characters as a person counts them. */
export const POST_LENGTH = 500

/** What a pilot can pass on to the channels of their Direction. */
export type Thing = { readonly thing: 'workshop' | 'axis' | 'ballot'; readonly thingId: string }

/** A pilot's own words about it, posted by the bot under the pilot's name. */
export type PilotPost = Thing & {
  readonly id: string
  /** Person's id. */
  readonly person: string
  readonly direction: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
}

/** What a nudge is about, if it is something to pass on. */
export function thingOf(subject: Subject): Thing | undefined {
  for (const thing of ['workshop', 'axis', 'ballot'] as const) {
    const id = subject[thing]
    if (typeof id === 'string') return { thing, thingId: id }
  }
  return undefined
}
