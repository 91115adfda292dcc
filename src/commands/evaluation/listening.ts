import type { Assist, Assisted, AssistRequest } from '../../kernel/assist/assist.ts'
import type { Unsaid } from '../../kernel/assist/unsaid.ts'
import type { Clock } from '../../kernel/time/clock.ts'

/** One call of a model. `said`: its answer, as its shape reads it. */
export type HeardCall = {
  readonly ms: number
  readonly outcome: 'said' | Unsaid
  readonly texts: ReadonlyMap<string, string>
  readonly said?: unknown
}

/** The same model, and every call of it. */
export function listenTo(assist: Assist, { now }: Clock) {
  const calls: HeardCall[] = []
  const ask = async <T>(request: AssistRequest<T>): Promise<Assisted<T>> => {
    const begun = now()
    const answer = await assist.ask(request)
    const texts = new Map(request.items.map(({ alias, text }) => [alias, text]))
    const ms = now() - begun
    if (typeof answer === 'string') calls.push({ ms, outcome: answer, texts })
    else calls.push({ ms, outcome: 'said', texts, said: answer.said })
    return answer
  }
  return { assist: { name: assist.name, isOn: assist.isOn, ask } satisfies Assist, calls }
}
