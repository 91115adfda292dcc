import { z } from 'zod'
import type { DeadlineTimer } from '../../../src/assistant/deadline.ts'
import { createAssistant } from '../../../src/assistant/index.ts'
import type { AssistantSettings } from '../../../src/config/index.ts'
import type { Database } from '../../../src/db/index.ts'
import type { AssistRequest } from '../../../src/kernel/assist/assist.ts'
import type { Logger } from '../../../src/kernel/monitoring/logger.ts'
import { type Meter, noMeter } from '../../../src/kernel/monitoring/meter.ts'
import { noTrace } from '../../../src/kernel/monitoring/trace.ts'
import type { FixedClock } from '../product/clock.ts'
import { sequentialIds } from '../product/ids.ts'

/** What tests ask for: points that each stand on texts by alias. */
export const POINTS = z.strictObject({
  points: z.array(z.strictObject({ text: z.string().max(4_000), ideas: z.array(z.string().max(12)) })).max(8),
})
export type Points = z.infer<typeof POINTS>

export const IDEA = 'Un jour de télétravail de plus pour les agents des lycées'

/** A request that has all of it; with what is given instead. */
export function request(given: Partial<AssistRequest<Points>> = {}): AssistRequest<Points> {
  return {
    task: 'asking',
    caller: 'tab',
    language: 'fr',
    rules:
      'Réponds à la question « asked » en trois phrases au plus, chacune avec les idées dont elle vient.',
    items: [{ alias: 'i1', text: IDEA }],
    asked: 'Que propose-t-on sur le télétravail ?',
    shape: { name: 'points', json: z.toJSONSchema(POINTS), parse: POINTS.parse },
    mostTokens: 400,
    who: 'camille',
    ...given,
  }
}

/** Timers that ring when a test says so. */
export function bells() {
  const set = new Map<object, { readonly ms: number; readonly run: () => void }>()
  const later: DeadlineTimer = (ms, run) => {
    const mine = {}
    set.set(mine, { ms, run })
    return () => void set.delete(mine)
  }
  return {
    later,
    /** Spans (ms) of those that are set. */
    set: () => [...set.values()].map(({ ms }) => ms),
    /** Rings all that are set. */
    ring(): void {
      const now = [...set.values()]
      set.clear()
      for (const { run } of now) run()
    },
  }
}

export type LogLine = { readonly level: string; readonly fields: object; readonly message: string }

/** A log whose every line is kept. */
export function keptLog() {
  const lines: LogLine[] = []
  const keep = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message })
  const log: Logger = { info: keep('info'), warn: keep('warn'), error: keep('error') }
  return {
    log,
    lines,
    /** All of it as one text, errors with their messages. */
    text: () =>
      JSON.stringify(lines, (_, each) =>
        each instanceof Error ? `${each.stack} ${String(each.cause)}` : each,
      ),
  }
}

/** An assistant as the composition makes it, over this database, with bells in place of timers. */
export function openAssistant(
  settings: AssistantSettings,
  {
    db,
    clock,
    meter = noMeter,
  }: { readonly db: Database; readonly clock: FixedClock; readonly meter?: Meter },
) {
  const { later, set, ring } = bells()
  const kept = keptLog()
  const { transact, read } = db
  const parts = { transact, read, clock, ids: sequentialIds(), log: kept.log, meter, trace: noTrace, later }
  return { ...createAssistant(settings, parts), lines: kept.lines, logText: kept.text, set, ring }
}
