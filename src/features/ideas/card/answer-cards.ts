import { safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { SafeText } from '../../../kernel/text/card.ts'
import type { IdeaNamed } from '../idea/domain.ts'
import type { DecisionStep } from '../idea/state.ts'

/** Statements about an idea, each with who made it. */
export type SaidOfIdea = readonly { readonly by: string; readonly text: SafeText | '' }[]

type By = 'idea.answer.by' | `idea.decided.${DecisionStep}`
type ByRole = `${By}.role`

/** `key` with a name, `unnamed` without. */
function byText(words: Words, key: By, unnamed: ByRole, name: string, as: Role): string {
  const role = words.say(`role.${as}` as Key)
  return name === '' ? words.say(unnamed, { role }) : words.say(key, { name: safe(name), role })
}

/** The current decision, and the answer. */
export function saidOf(words: Words, idea: IdeaNamed): SaidOfIdea {
  const { state, answer, decision, answererName, deciderName } = idea
  const decided = decision?.step === state ? decision : undefined
  return [
    ...(decided
      ? [
          {
            by: byText(
              words,
              `idea.decided.${decided.step}`,
              `idea.decided.${decided.step}.role`,
              deciderName,
              decided.as,
            ),
            text: decided.reason === undefined ? ('' as const) : safe(decided.reason),
          },
        ]
      : []),
    ...(answer
      ? [
          {
            by: byText(words, 'idea.answer.by', 'idea.answer.by.role', answererName, answer.as),
            text: safe(answer.text),
          },
        ]
      : []),
  ]
}
