import { cached } from '../db/index.ts'
import type { AssistTask } from '../kernel/assist/task.ts'
import type { Unsaid } from '../kernel/assist/unsaid.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { Trace } from '../kernel/monitoring/trace.ts'
import { type Clock, SECOND } from '../kernel/time/clock.ts'
import { dayOf } from './spend.ts'

export type AssistOutcome = 'said' | 'cached' | Unsaid

/** All that is known of a call afterwards. Never a text, an alias, a question or who asked. */
export type Watched = {
  readonly task: AssistTask
  readonly outcome: AssistOutcome
  readonly ms: number
  /** By the endpoint's count, else guessed; absent where nothing was sent. */
  readonly tokens?: number | undefined
  readonly ref: string
  /** HTTP status. */
  readonly status?: number | undefined
}

type Parts = {
  readonly log: Logger
  readonly meter: Meter
  readonly trace: Trace
  readonly clock: Clock
  /** Tokens used today. */
  readonly today: () => Promise<number>
}

const CHANGES = {
  denied: 'the assistant is off: its endpoint refuses the key',
  closed: 'the assistant is left alone',
  open: 'the assistant answers again',
} as const

/** What an operator sees of the assistant: the log, and the metrics. */
export function watchAssistant({ log, meter, trace, clock, today }: Parts) {
  let spentOn = ''
  meter.gauge(
    'faire_assist_tokens_today',
    cached(async () => [{ labels: {}, value: await today() }], []),
  )
  return {
    tell({ task, outcome, ms, tokens, ref, status }: Watched): void {
      meter.count('faire_assists_total', { task, outcome })
      trace.annotate({ outcome })
      // Whoever asks on where nothing is sent would fill the log.
      if (tokens === undefined) return
      if (status !== undefined) meter.time('faire_assist_seconds', ms, { task })
      log.info({ task, outcome, ms: Math.round(ms), tokens, ref, status }, 'the assistant was asked')
    },
    /** The day's tokens do not suffice: said once a day. */
    spent(): void {
      const day = dayOf(clock.now())
      if (day !== spentOn)
        log.warn({ code: 'assistant-spent' }, 'the assistant has used its tokens of the day')
      spentOn = day
    },
    changed(change: keyof typeof CHANGES, wait: number): void {
      const code = `assistant-${change}`
      if (change === 'denied') log.error({ code }, CHANGES.denied)
      else if (change === 'closed') log.warn({ code, seconds: Math.ceil(wait / SECOND) }, CHANGES.closed)
      else log.info({ code }, CHANGES.open)
    },
  }
}

export type AssistantWatch = ReturnType<typeof watchAssistant>

/** Measures one call. */
export function stopwatch({ now }: Clock): () => number {
  const begun = now()
  return () => now() - begun
}
