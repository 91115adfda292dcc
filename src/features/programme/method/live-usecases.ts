import { type Logger, silentLogger } from '../../../kernel/monitoring/logger.ts'
import type { ChangeTopic } from '../../../kernel/storage/change-topic.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { SECOND } from '../../../kernel/time/clock.ts'
import type { Programme, ProgrammeContent } from '../programme/domain.ts'
import { liveProgramme } from '../programme/live.ts'
import { METHOD_PARTS, partText } from './parts.ts'
import type { ProgrammeStore } from './usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<ProgrammeStore, 'current'>
  readonly read: Transact
  /** Subscribes to the topics that committed transactions change, of this process or another. */
  readonly subscribe: (listener: (topics: readonly ChangeTopic[]) => void) => () => void
  readonly log?: Logger
}

export type FollowedProgramme = {
  readonly programme: Programme
  /** Reads what is stored, and puts it in force. Never rejects: what cannot be read is tried again. */
  readonly refresh: () => Promise<void>
  /** Resolves once every change that this process has heard of is in force. */
  readonly settled: () => Promise<void>
  /** `listener` is called after each change of a part that takes effect at once. */
  readonly onChange: (listener: () => void) => void
}

/** Pause before a failed reading is repeated (ms). */
const AGAIN = SECOND

const textOf = (content: ProgrammeContent) =>
  METHOD_PARTS.map(part => partText(content, part)).join() + JSON.stringify([content.lessons, content.themes])

/**
 * The programme that `started` began with, kept equal to the stored one wherever that changes: in this process, in another
 * instance, by a command. Readings follow each other, so the last one heard of wins.
 */
export function followProgramme(started: ProgrammeContent, parts: Parts): FollowedProgramme {
  const { store, read, subscribe, log = silentLogger } = parts
  const { programme, accept } = liveProgramme(started)
  const listeners: (() => void)[] = []
  let text = textOf(started)
  let last = Promise.resolve()

  async function look(): Promise<void> {
    try {
      const stored = await read(tx => store(tx).current())
      if (!stored) return
      const found = textOf(stored)
      if (found === text) return
      accept(stored)
      text = found
      for (const listener of listeners) listener()
    } catch (err) {
      log.warn({ err }, 'the method is not read anew for now')
      setTimeout(() => void refresh(), AGAIN).unref()
    }
  }

  function refresh(): Promise<void> {
    last = last.then(look)
    return last
  }

  subscribe(topics => {
    if (topics.includes('programme')) void refresh()
  })
  // What changed between the start and the subscription.
  void refresh()
  return {
    programme,
    refresh,
    settled: () => last,
    onChange: listener => void listeners.push(listener),
  }
}
