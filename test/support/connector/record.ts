import { createHash } from 'node:crypto'
import { isNode, type Node, placedIn } from '../teams/card-tree.ts'
import { textOnCard } from '../teams/card-view.ts'
import { cardOf } from '../teams/outgoing.ts'
import type { CallKind } from './faults.ts'

/**
 * How a call ended for its caller. `doubtful`: no answer or 5xx, whatever was done. `left`: the caller disconnected
 * before the answer.
 */
export type CallEnd = 'open' | 'answered' | 'doubtful' | 'left'

/** One call, as Teams saw it. Times are Teams' own, in milliseconds. */
export type Entry = {
  readonly kind: CallKind
  readonly conversation: string
  /** Index of the bot's token that came with it, -1 for none. */
  readonly by: number
  readonly at: number
  /** Tells our messages apart; absent when the call was not read. */
  readonly what?: string
  /** What its card says, of an edit: an answer to something that people did. */
  readonly words?: string
  /** Time from which the message exists in Teams; absent when it does not. */
  readonly takenAt?: number
  /** 0 until something is answered. */
  readonly status: number
  readonly end: CallEnd
}

export type Violation = {
  readonly kind: 'tenant' | 'thread' | 'overlap' | 'mistake'
  readonly at: number
  readonly conversation: string
  readonly words: string
}

export type TeamsRecord = {
  readonly entries: readonly Entry[]
  readonly violations: readonly Violation[]
  /** Largest delay of Teams itself (ms): calls it saw at once may have been sent one after another. */
  readonly late: number
}

/** The id and round that a message of ours carries in its buttons; its words when it carries none. */
function whatIs(activity: Node): string {
  const card = cardOf(activity)
  for (const { node } of placedIn(card)) {
    const data = isNode(node.data) ? node.data : {}
    if (typeof data.message === 'string') return `${data.message}:${data.round ?? 1}`
  }
  const words = card ? textOnCard(card) : String(activity.text)
  return createHash('sha256').update(words).digest('base64url')
}

type Begun = Pick<Entry, 'kind' | 'conversation' | 'by' | 'at'>

/** Record of all calls. */
export function createRecord() {
  const entries: { -readonly [Field in keyof Entry]: Entry[Field] }[] = []
  const violations: Violation[] = []
  const waiting = new Set<() => void>()
  const count = { taken: 0, open: 0 }
  const changed = (): void => {
    for (const look of [...waiting]) look()
  }

  return {
    entries: entries as readonly Entry[],
    violations,
    /** How many posts exist, and how many calls are in flight. */
    count: count as Readonly<typeof count>,
    begin(begun: Begun) {
      const entry: (typeof entries)[number] = { ...begun, status: 0, end: 'open' }
      entries.push(entry)
      count.open += 1
      return {
        reads: (activity: Node): void => {
          entry.what = whatIs(activity)
          if (entry.kind === 'edit') entry.words = textOnCard(cardOf(activity))
        },
        isTaken: (at: number): void => {
          entry.takenAt = at
          if (entry.kind === 'post') count.taken += 1
          changed()
        },
        /** The first end counts: a connection that closes later says nothing new. */
        ends: (end: CallEnd, status = 0): void => {
          if (entry.end !== 'open') return
          Object.assign(entry, { end, status })
          count.open -= 1
          changed()
        },
      }
    },
    /** Resolves once the condition holds. */
    until(isSo: () => boolean): Promise<void> {
      return new Promise(resolve => {
        const look = () => {
          if (!isSo()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      })
    },
    violates: (violation: Violation): void => void violations.push(violation),
  }
}
