import type { FactsPart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { Programme } from '../../programme/index.ts'
import type { NextStepShown } from './domain.ts'

/** What speaks of steps: words, and the Directions' names. */
export type StepCardContext = { readonly words: Words; readonly programme: Pick<Programme, 'direction'> }

/** « vendredi 12 mars », of a day. */
export function dayText(words: Words, day: string): string {
  return words.shortDay(momentOf(day, '12:00', words.zone) ?? 0)
}

type Promiser = Pick<NextStepShown, 'forInitiative'>

/** Who promises: the group of an initiative, the Direction of this name, or the Lab'. */
function byText({ say }: Words, name: string | undefined, { forInitiative }: Promiser): string {
  if (forInitiative) return say('step.by.initiative')
  return name === undefined ? say('step.by.lab') : safe(name)
}

/** The same of the Direction's id. */
export function bodyText(
  { words, programme }: StepCardContext,
  step: Promiser & { readonly direction?: string },
): string {
  const { direction } = step
  const name = direction === undefined ? undefined : (programme.direction(direction)?.name ?? direction)
  return byText(words, name, step)
}

/** « avant le 12 mars, d’abord le 1er mars » */
export function dueText(words: Words, { due, firstDue }: Pick<NextStepShown, 'due' | 'firstDue'>): string {
  const [date, first] = [dayText(words, due), dayText(words, firstDue)]
  return due === firstDue ? words.say('step.due', { date }) : words.say('step.due.moved', { date, first })
}

/** One step as all read it: « Suite : … · la Direction … · avant le 12 mars, en retard ». */
export function stepLine(words: Words, step: NextStepShown): string {
  const body = byText(words, step.by, step)
  const by = step.name === undefined ? body : words.say('step.by.name', { name: safe(step.name), body })
  const [text, due] = [safe(step.text), dueText(words, step)]
  if (step.state === 'kept') return words.say('step.line.kept', { text, by })
  if (step.state === 'dropped') return words.say('step.line.dropped', { text, word: safe(step.word ?? '') })
  return words.say(step.state === 'late' ? 'step.line.late' : 'step.line', { text, by, due })
}

/** What follows of a thing, for the card that it stands on: a fact line each. */
export function stepFacts(words: Words, steps: readonly NextStepShown[] = []): FactsPart['facts'] {
  return steps.map(step => ({ icon: 'Flag', text: stepLine(words, step) }))
}
