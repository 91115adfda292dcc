import type { ButtonsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { dayAfter } from '../../../kernel/time/time-zone.ts'
import { act, ICON, kindText } from './cards.ts'
import type { StepDays } from './days.ts'
import { dayText } from './line-cards.ts'
import type { NextStepSeen } from './seen.ts'
import type { SubjectKey } from './subject.ts'

type Choice = { readonly title: string | PlainText; readonly value: string }

type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly subject: SubjectKey['kind']
    readonly id: string
    readonly text: PlainText
    readonly due: string
    readonly days: readonly Choice[]
    readonly named: string
    readonly nonce: string
    /** Somebody else may be asked to see to it. */
    readonly asks: boolean
  }
export type StepFormCard = CardOf<'next-steps/step/form', FormData>

type EditData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly step: string
    /** Another day, or a word why it is dropped; of one that nobody promised, neither. */
    readonly days: readonly Choice[]
    readonly due: string
    readonly asksWord: boolean
    readonly word: PlainText
    readonly send: ButtonsPart['buttons'][number]
  }
export type StepEditCard = CardOf<'next-steps/step/edit', EditData>

export type StepDraft = { readonly text: string; readonly due: string; readonly named: string }

/** Weeks ahead at which a card offers a day; the tab takes any. */
const WEEKS = [1, 2, 3, 4, 6, 8, 13, 26] as const

/** Working days ahead, none beyond the last. */
export function daysFrom({ today, last, workdays }: StepDays): readonly string[] {
  const ahead = WEEKS.map(weeks => workdays.before(dayAfter(today, 7 * weeks + 1)))
  const days = [...new Set(ahead)].filter(day => day > today && day <= last)
  return days.length > 0 ? days : [last]
}

function dayChoices(words: Words, days: StepDays): Choice[] {
  return daysFrom(days).map(day => ({ title: dayText(words, day), value: day }))
}

function chosen(choices: readonly Choice[], value: string): string {
  return choices.some(each => each.value === value) ? value : ''
}

/** What follows: a sentence, until when; who sees to it is the button that is pressed. */
export function stepFormCard(
  words: Words,
  subject: SubjectKey & { readonly title: string; readonly forInitiative: boolean },
  days: StepDays,
  { text, due, named, nonce }: StepDraft & { readonly nonce: string },
): StepFormCard {
  const choices = dayChoices(words, days)
  return {
    template: 'next-steps/step/form',
    data: {
      icon: ICON,
      kind: kindText(words, subject.title),
      title: words.say('step.form.title'),
      subject: subject.kind,
      id: subject.id,
      text: prefilled(text),
      due: chosen(choices, due),
      days: choices,
      named: named === 'on' ? 'on' : 'off',
      nonce,
      asks: !subject.forInitiative,
      footer: words.say(subject.forInitiative ? 'step.form.rules.initiative' : 'step.form.rules'),
    },
  }
}

/** Another last day. */
export function moveCard(words: Words, step: NextStepSeen, days: StepDays, due = ''): StepEditCard {
  const choices = dayChoices(words, days).filter(({ value }) => value !== step.due)
  return {
    template: 'next-steps/step/edit',
    data: {
      icon: ICON,
      kind: kindText(words, step.title),
      title: words.say('step.move.title'),
      step: step.id,
      days: choices,
      due: chosen(choices, due),
      asksWord: false,
      word: prefilled(''),
      send: act(words, 'save', 'steps.move', { step: step.id }),
      footer: words.say('step.move.rules'),
    },
  }
}

/** Why nothing follows; what nobody promised goes without a word. */
export function dropCard(words: Words, step: NextStepSeen, word = ''): StepEditCard {
  const promised = step.state !== 'proposed'
  return {
    template: 'next-steps/step/edit',
    data: {
      icon: ICON,
      kind: kindText(words, step.title),
      title: words.say('step.drop.title'),
      step: step.id,
      days: [],
      due: '',
      asksWord: promised,
      word: prefilled(word),
      send: act(words, 'step.drop', 'steps.drop', { step: step.id }),
      footer: words.say(promised ? 'step.drop.rules' : 'step.drop.rules.proposed'),
    },
  }
}
