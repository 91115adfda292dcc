import { z } from 'zod'
import type { Assist, AssistRequest, AssistShape } from '../../kernel/assist/assist.ts'
import { type WholeLanguage, wholeOf } from '../../kernel/text/language.ts'
import type { CitedTexts } from './citing.ts'
import { acceptedPoints, type Point } from './domain.ts'
import { faultsOf, isDoubtful } from './faults.ts'
import { acceptedHeadings, type Heading } from './headings.ts'

/** As the model is asked for it. What it answers is read one by one, so that one odd point costs no other. */
const POINTS = z.strictObject({
  points: z.array(z.strictObject({ text: z.string(), ideas: z.array(z.string()) })),
})
const HEADINGS = z.strictObject({
  themes: z.array(
    z.strictObject({ title: z.string(), words: z.array(z.string()), ideas: z.array(z.string()) }),
  ),
})
/** Points or headings looked at. */
const MOST = 20
const each = z.array(z.unknown()).max(MOST)
const SHAPES = {
  points: {
    name: 'points',
    json: z.toJSONSchema(POINTS),
    parse: z.strictObject({ points: each }).transform(({ points }) => points).parse,
  },
  headings: {
    name: 'themes',
    json: z.toJSONSchema(HEADINGS),
    parse: z.strictObject({ themes: each }).transform(({ themes }) => themes).parse,
  },
} as const satisfies Record<string, AssistShape<readonly unknown[]>>

const RULES = {
  points: `Each sentence is a point: "text", at most 280 characters, plain text; and "ideas", the aliases of the one to eight texts that say it.
Say only what these texts say. Report, do not judge or advise, and never speak of yourself.
Write no number, no percentage and no word of quantity, such as most, many, all or some.
Quote, if at all, letter for letter, between « and ».
Write no link, address or markup. Where the texts say nothing of it, answer with an empty list.`,
  headings: `Each theme has: "title", at most 60 characters, plain text, in the words of the texts; "words", three to nine single words or short expressions that its texts hold and by which they are recognised; and "ideas", the aliases of all texts that speak of it, two at least.
Answer with eight themes at most, the most common first. A text may be under none: force no text under a theme.
Write no digit, no number and no word of quantity, such as most, many, all or some. No word may stand under two themes.
Write no quotation, link, address or markup, and never speak of yourself. Where the texts have nothing in common, answer with an empty list.`,
} as const

const slotRule = (slots: readonly string[]) =>
  slots.length === 0
    ? ''
    : `\nWhere a number of texts is meant, write ${slots.map(slot => `{${slot}}`).join(' or ')}: it is filled afterwards.`

type Asking = Pick<
  AssistRequest<unknown>,
  'task' | 'caller' | 'language' | 'asked' | 'who' | 'signal' | 'mostTokens'
> & {
  /** What is wanted: ours alone, as `AssistRequest.rules`. */
  readonly rules: string
  /** What the answer may stand on, the most important first; the place of each is what it cites. */
  readonly texts: readonly string[]
  /** Names that the model may write in braces where it means a number, which code fills. */
  readonly slots?: readonly string[]
}

/** What cites texts, by their places among those given, from 0. */
type Citing<T extends { readonly ideas: readonly string[] }> = Omit<T, 'ideas'> & {
  readonly cited: readonly number[]
}
export type GroundedPoint = Citing<Point>
export type GroundedHeading = Citing<Heading>

export type GroundingUsecases = ReturnType<typeof groundingUsecases>

const aliasAt = (at: number) => `i${at + 1}`

/** The one way to sentences of a model: what code cannot find in the texts that they cite never leaves here. */
export function groundingUsecases({ assist }: { readonly assist: Assist }) {
  /** What the model says that `accept` lets stand. */
  async function grounded<T extends { readonly ideas: readonly string[] }>(
    kind: keyof typeof SHAPES,
    { rules, texts, slots = [], ...asking }: Asking,
    accept: (
      said: readonly unknown[],
      given: CitedTexts,
      language: WholeLanguage,
      slots: readonly string[],
    ) => readonly T[],
  ): Promise<readonly { readonly said: T; readonly cited: readonly number[] }[]> {
    const { task, caller, language, asked, who, signal, mostTokens } = asking
    const items = texts.map((text, at) => ({ alias: aliasAt(at), text }))
    const answer = await assist.ask<readonly unknown[]>({
      task,
      caller,
      language,
      rules: `${rules}\n${RULES[kind]}${slotRule(slots)}`,
      items,
      shape: SHAPES[kind],
      mostTokens,
      ...(asked !== undefined && { asked }),
      ...(who !== undefined && { who }),
      ...(signal && { signal }),
    })
    if (typeof answer === 'string') return []
    const sent = items.slice(0, answer.sent)
    const given = new Map(sent.map(({ alias, text }) => [alias, text]))
    const places = new Map(sent.map(({ alias }, at) => [alias, at]))
    return accept(answer.said, given, wholeOf(language), slots).map(said => ({
      said,
      cited: said.ideas.flatMap(alias => places.get(alias) ?? []),
    }))
  }

  return {
    /** What people are told the model is. */
    name: assist.name,
    isOn: assist.isOn,
    faultsOf,
    isDoubtful,

    /** None where the model is off, fails in any way, or says nothing that stands. Never awaited in a transaction. */
    async points(asking: Asking): Promise<readonly GroundedPoint[]> {
      const found = await grounded('points', asking, acceptedPoints)
      return found.map(({ said: { text, doubtful }, cited }) => ({ text, doubtful, cited }))
    },

    /** What several texts have in common. None as for `points`, and never awaited in a transaction. */
    async headings(asking: Asking): Promise<readonly GroundedHeading[]> {
      const found = await grounded('headings', asking, acceptedHeadings)
      return found.map(({ said: { title, words }, cited }) => ({ title, words, cited }))
    },
  }
}
