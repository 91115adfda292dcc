import type { AssistRequest } from '../kernel/assist/assist.ts'
import type { Unsaid } from '../kernel/assist/unsaid.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Clock } from '../kernel/time/clock.ts'
import type { Breaker, CallVerdict } from './breaker.ts'
import { beginDeadline, DEADLINES, type Deadline, type DeadlineTimer } from './deadline.ts'
import { callModel, type Endpoint, type ModelAnswer } from './door.ts'
import type { Prompt } from './prompt.ts'
import type { Reservation } from './spend.ts'
import { createTurns } from './turns.ts'

/** What came of a call. `tokens` and `status` where something was sent. */
export type CallResult = { readonly tokens?: number; readonly status?: number } & (
  | { readonly outcome: 'said'; readonly text: string }
  | { readonly outcome: Unsaid }
)

type Parts = {
  readonly endpoint: Endpoint
  readonly clock: Clock
  readonly log: Logger
  readonly later: DeadlineTimer
  readonly breaker: Breaker
  readonly reserve: (tokens: number) => Promise<Reservation | undefined>
  /** The day's tokens did not suffice. */
  readonly spent: () => void
  /** Aborts at a shutdown. */
  readonly ending: AbortSignal
}

type Sent = {
  readonly request: AssistRequest<unknown>
  readonly prompt: Prompt
  readonly ref: string
  /** Counts the call for its person; false once they had all of theirs. */
  readonly countPerson: () => boolean
}

type Why = ReturnType<Deadline['why']>

function verdictOf(answer: ModelAnswer, why: Why): CallVerdict {
  if (answer.end === 'busy') return answer.retryAfter === undefined ? 'fault' : { busyFor: answer.retryAfter }
  if (answer.end === 'denied') return 'denied'
  if (answer.end === 'aborted') return why === 'stopped' ? 'none' : 'fault'
  return ['broken', 'foreign', 'too-big'].includes(answer.end) ? 'fault' : 'ok'
}

function outcomeOf(end: Exclude<ModelAnswer['end'], 'said'>, why: Why): Unsaid {
  if (end === 'aborted') return why ?? 'slow'
  if (end === 'foreign') return 'odd'
  return end === 'denied' ? 'off' : end
}

/** What a call is taken to have cost where the endpoint does not say: nothing where it refused, else all. */
function usedBy({ end, tokens }: ModelAnswer, prompt: Prompt): number {
  return tokens ?? (['busy', 'denied', 'broken'].includes(end) ? 0 : prompt.tokens)
}

/** Calls of the endpoint: each waits for its turn, within its caller's deadline, and is paid from the day's tokens. */
export function createCalls({ endpoint, clock, log, later, breaker, reserve, spent, ending }: Parts) {
  const turns = createTurns()

  async function send({ prompt, ref }: Sent, deadline: Deadline): Promise<CallResult> {
    const reserved = await reserve(prompt.tokens)
    if (!reserved) {
      spent()
      return { outcome: 'spent' }
    }
    const entered = breaker.enter()
    if (typeof entered === 'string') {
      await reserved.settle(0)
      return { outcome: entered === 'denied' ? 'off' : 'busy' }
    }
    const answer = await callModel(endpoint, { ...prompt, ref }, deadline.signal, clock.now)
    entered.leave(verdictOf(answer, deadline.why()))
    const tokens = usedBy(answer, prompt)
    await reserved.settle(tokens).catch(err => log.warn({ err }, 'what the assistant used is not kept'))
    const known = { tokens, ...(answer.status !== undefined && { status: answer.status }) }
    if (answer.end === 'said') return { outcome: 'said', text: answer.text, ...known }
    return { outcome: outcomeOf(answer.end, deadline.why()), ...known }
  }

  return async (sent: Sent): Promise<CallResult> => {
    const { caller, signal } = sent.request
    const deadline = beginDeadline(DEADLINES[caller], later, signal ? [ending, signal] : [ending])
    try {
      const end = await turns.take(caller === 'run' ? 'run' : 'person', deadline.signal)
      if (!end) return { outcome: deadline.why() === 'stopped' ? 'stopped' : 'busy' }
      try {
        return sent.countPerson() ? await send(sent, deadline) : { outcome: 'spent' }
      } finally {
        end()
      }
    } finally {
      deadline.end()
    }
  }
}
