import { z } from 'zod'
import type { Assist, AssistRequest } from '../../kernel/assist/assist.ts'
import { wholeOf } from '../../kernel/text/language.ts'
import { acceptedPoints, type Point } from './domain.ts'

/** As the model is asked for it. What it answers is read point by point, so that one odd point costs no other. */
const ASKED = z.strictObject({
  points: z.array(z.strictObject({ text: z.string(), ideas: z.array(z.string()) })),
})
/** Points looked at. */
const MOST = 20
const ANSWERED = z.strictObject({ points: z.array(z.unknown()).max(MOST) })
const SHAPE = { name: 'points', json: z.toJSONSchema(ASKED), parse: ANSWERED.parse }

const RULES = `Each sentence is a point: "text", at most 280 characters, plain text; and "ideas", the aliases of the one to eight texts that say it.
Say only what these texts say. Report, do not judge or advise, and never speak of yourself.
Write no number, no percentage and no word of quantity, such as most, many, all or some.
Quote, if at all, letter for letter, between « and ».
Write no link, address or markup. Where the texts say nothing of it, answer with an empty list.`

type Asking = Pick<
  AssistRequest<unknown>,
  'task' | 'caller' | 'language' | 'asked' | 'who' | 'signal' | 'mostTokens'
> & {
  /** What is wanted: ours alone, as `AssistRequest.rules`. */
  readonly rules: string
  /** What the points may stand on, the most important first; the place of each is what they cite. */
  readonly texts: readonly string[]
}

/** A point, and the texts that it stands on by their places among those given, from 0. */
export type GroundedPoint = Omit<Point, 'ideas'> & { readonly cited: readonly number[] }

export type GroundingUsecases = ReturnType<typeof groundingUsecases>

const aliasAt = (at: number) => `i${at + 1}`

/** The one way to sentences of a model: what code cannot find in the texts that they cite never leaves here. */
export function groundingUsecases({ assist }: { readonly assist: Assist }) {
  return {
    /** What people are told the model is. */
    name: assist.name,
    isOn: assist.isOn,
    /** None where the model is off, fails in any way, or says nothing that stands. Never awaited in a transaction. */
    async points({ rules, texts, ...asking }: Asking): Promise<readonly GroundedPoint[]> {
      const { task, caller, language, asked, who, signal, mostTokens } = asking
      const items = texts.map((text, at) => ({ alias: aliasAt(at), text }))
      const answer = await assist.ask({
        task,
        caller,
        language,
        rules: `${rules}\n${RULES}`,
        items,
        shape: SHAPE,
        mostTokens,
        ...(asked !== undefined && { asked }),
        ...(who !== undefined && { who }),
        ...(signal && { signal }),
      })
      if (typeof answer === 'string') return []
      const sent = items.slice(0, answer.sent)
      const given = new Map(sent.map(({ alias, text }) => [alias, text]))
      const places = new Map(sent.map(({ alias }, at) => [alias, at]))
      return acceptedPoints(answer.said.points, given, wholeOf(language)).map(
        ({ text, ideas, doubtful }) => ({
          text,
          doubtful,
          cited: ideas.flatMap(alias => places.get(alias) ?? []),
        }),
      )
    },
  }
}
