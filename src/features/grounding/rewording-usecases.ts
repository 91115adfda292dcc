import { z } from 'zod'
import type { Assist, AssistRequest } from '../../kernel/assist/assist.ts'
import { type Language, type WholeLanguage, wholeOf } from '../../kernel/text/language.ts'
import { languageOf } from '../../search/stemming.ts'
import { acceptedRewording } from './rewording.ts'
import { isIn, wordsIn } from './wording.ts'

const ASKED = z.strictObject({ text: z.string() })
const SHAPE = { name: 'rewording', json: z.toJSONSchema(ASKED), parse: ASKED.parse }
const MOST_TOKENS = 300

const RULES = `Keep what it says, its tone and its language; add nothing: no fact, number, name, quotation or reason that it does not hold.
Write no link, address or markup, and never speak of yourself. Put it into "text".`

type Rewording = Pick<AssistRequest<unknown>, 'task' | 'caller' | 'language' | 'who' | 'signal'> & {
  /** What is wanted: ours alone, as `AssistRequest.rules`. */
  readonly rules: string
  /** As somebody typed it. */
  readonly text: string
  /** Of the answer, in characters as a person counts them. */
  readonly most: number
}

export type RewordingUsecases = ReturnType<typeof rewordingUsecases>

/** The language of a text, and where nothing tells, that of who wrote it. */
function spokenIn(text: string, language: Language): WholeLanguage {
  const words = wordsIn(text)
  const found = languageOf(words)
  return isIn(text, found) ? found : wholeOf(language)
}

/** The one way to a model's wording of somebody's text: what adds to it never leaves here. */
export function rewordingUsecases({ assist }: { readonly assist: Assist }) {
  return {
    /** What people are told the model is. */
    name: assist.name,
    isOn: assist.isOn,
    /** Undefined where the model is off, fails in any way, or says nothing that stands. Never awaited in a transaction. */
    async reworded({ rules, text, most, language, ...asking }: Rewording): Promise<string | undefined> {
      const spoken = spokenIn(text, language)
      const { task, caller, who, signal } = asking
      const answer = await assist.ask({
        task,
        caller,
        language: wholeOf(language) === spoken ? language : spoken,
        rules: `${rules}\nAt most ${most} characters.\n${RULES}`,
        items: [{ alias: 'i1', text }],
        shape: SHAPE,
        mostTokens: MOST_TOKENS,
        ...(who !== undefined && { who }),
        ...(signal && { signal }),
      })
      if (typeof answer === 'string') return undefined
      return acceptedRewording(answer.said.text, text, { most, language: spoken })
    },
  }
}
