import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { AnswerDueSeen } from '../idea/answer-due.ts'

/** « jeudi 12 mars » of `YYYY-MM-DD`. */
export function dueDay(words: Words, day: string): string {
  const noon = momentOf(day, '12:00', words.zone)
  return noon === undefined ? safe(day) : words.shortDay(noon)
}

/** « Réponse due le jeudi 12 mars (Direction des lycées) », or late since then: said of the idea, never of a person. */
export function dueText(words: Words, { on, direction, late }: AnswerDueSeen): string {
  const day = dueDay(words, on)
  if (direction === undefined) return words.say(late ? 'idea.due.late.lab' : 'idea.due.lab', { day })
  return words.say(late ? 'idea.due.late' : 'idea.due', { day, direction: safe(direction) })
}
