import type { AssistantSettings } from '../config/index.ts'
import type { Assist, Assisted, AssistRequest } from '../kernel/assist/assist.ts'
import type { AssistTask } from '../kernel/assist/task.ts'
import type { Unsaid } from '../kernel/assist/unsaid.ts'
import type { Ids } from '../kernel/crypto/ids.ts'
import { Unavailable } from '../kernel/errors/unavailable.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { Trace } from '../kernel/monitoring/trace.ts'
import { createLimits } from '../kernel/requests/limits.ts'
import type { Transact } from '../kernel/storage/tx.ts'
import { type Clock, DAY, spansOf } from '../kernel/time/clock.ts'
import { createBreaker } from './breaker.ts'
import { createCache } from './cache.ts'
import { createCalls } from './calls.ts'
import { later as byTimer, type DeadlineTimer } from './deadline.ts'
import { promptOf } from './prompt.ts'
import { createSpend } from './spend.ts'
import { createSwitch } from './switch.ts'
import { stopwatch, watchAssistant } from './watched.ts'

export type AssistantParts = {
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly meter: Meter
  readonly trace: Trace
  /** For tests: rings in place of a timer. */
  readonly later?: DeadlineTimer
}

export type Assistant = {
  readonly assist: Assist
  /** What an operator should look after; as long as the process lives. */
  readonly degraded: () => Promise<readonly ('assistant-denied' | 'assistant-closed')[]>
  /** Ends the calls under way, at a shutdown. */
  readonly stop: () => void
}

/** Calls of one person in a day, in memory: a restart forgets them, and no row says who asked. */
const OF_A_PERSON = {
  asking: { name: 'assist-asking', most: 20, per: DAY },
  drafts: { name: 'assist-drafts', most: 20, per: DAY },
  themes: { name: 'assist-themes', most: 60, per: DAY },
} as const
const limitOf = (task: AssistTask) => OF_A_PERSON[task]

type Answered<T> = { readonly tokens?: number; readonly status?: number } & (
  | { readonly outcome: 'said' | 'cached'; readonly said: T; readonly sent: number }
  | { readonly outcome: Unsaid }
)

/** The shape's own reading of the text; undefined where it is not the JSON asked for. */
function readAnswer<T>(text: string, parse: (answer: unknown) => T): { readonly said: T } | undefined {
  try {
    return { said: parse(JSON.parse(text)) }
  } catch {
    return undefined
  }
}

export function createAssistant(settings: AssistantSettings, parts: AssistantParts): Assistant {
  const { clock, ids, log, meter, trace, transact, read, later = byTimer } = parts
  const spans = spansOf(clock)
  const spend = createSpend({ transact, read, clock, most: settings.tokensADay })
  const watch = watchAssistant({ log, meter, trace, clock, today: spend.today })
  const breaker = createBreaker(clock, watch.changed)
  const cache = createCache(clock)
  const limits = createLimits(clock)
  const ending = new AbortController()
  const call = createCalls({
    endpoint: settings,
    clock,
    log,
    later,
    breaker,
    reserve: spend.reserve,
    spent: watch.spent,
    ending: ending.signal,
  })
  const readSwitch = createSwitch(read, clock)
  let changedAt: number | undefined

  /** Started again by the operator, it forgets what it held against the endpoint. */
  async function isStopped(): Promise<boolean> {
    const now = await readSwitch()
    if (changedAt !== undefined && changedAt !== now.changedAt && !now.stopped) breaker.reset()
    changedAt = now.changedAt
    return now.stopped
  }

  const mayAsk = async (task: AssistTask): Promise<boolean> =>
    settings.tasks.includes(task) && !(await isStopped()) && breaker.closed() !== 'denied'

  /** Why this person's request is not sent, before it waits for a turn. */
  function hindered({ task, who }: AssistRequest<unknown>): Unsaid | undefined {
    const limit = limitOf(task)
    if (limit && who !== undefined && limits.spent(limit, who)) return 'spent'
    return breaker.closed() && 'busy'
  }

  function countPerson({ task, who }: AssistRequest<unknown>): boolean {
    const limit = limitOf(task)
    return !limit || who === undefined || limits.over(limit, who) === undefined
  }

  async function answer<T>(request: AssistRequest<T>, ref: string): Promise<Answered<T>> {
    if (!(await mayAsk(request.task))) return { outcome: 'off' }
    const prompt = promptOf(request)
    const { system, user, mostTokens, sent } = prompt
    const key = cache.keyOf([settings.model, request.shape.name, String(mostTokens), system, user])
    const kept = cache.get(key)
    const again = kept && readAnswer(kept.text, request.shape.parse)
    if (again) return { outcome: 'cached', said: again.said, sent }
    const hindrance = hindered(request)
    if (hindrance) return { outcome: hindrance }
    const result = await call({ request, prompt, ref, countPerson: () => countPerson(request) })
    const { outcome, tokens, status } = result
    const known = { ...(tokens !== undefined && { tokens }), ...(status !== undefined && { status }) }
    if (outcome !== 'said') return { outcome, ...known }
    const said = readAnswer(result.text, request.shape.parse)
    if (!said) return { outcome: 'odd', ...known }
    cache.put(key, result.text)
    return { outcome, said: said.said, sent, ...known }
  }

  async function tryAsk<T>(request: AssistRequest<T>): Promise<Assisted<T>> {
    const [elapsed, ref] = [stopwatch(spans), ids.next()]
    const { task } = request
    try {
      const answered = await answer(request, ref)
      const { outcome, tokens, status } = answered
      watch.tell({ task, outcome, ms: elapsed(), tokens, ref, status })
      return 'said' in answered ? { said: answered.said, sent: answered.sent } : answered.outcome
    } catch (err) {
      // A fault of ours, or the database is away: whoever asked goes on without a model all the same.
      const outcome = err instanceof Unavailable ? 'busy' : 'broken'
      log.error({ err, ref, task }, 'the assistant could not be asked')
      watch.tell({ task, outcome, ms: elapsed(), ref })
      return outcome
    }
  }

  const ask = <T>(request: AssistRequest<T>): Promise<Assisted<T>> =>
    trace.childSpan('assist', { task: request.task }, () => tryAsk(request))

  return {
    assist: { name: settings.name, isOn: task => mayAsk(task).catch(() => false), ask },
    degraded: async () => {
      const why = breaker.closed()
      return why ? [why === 'denied' ? 'assistant-denied' : 'assistant-closed'] : []
    },
    stop: () => ending.abort(),
  }
}
