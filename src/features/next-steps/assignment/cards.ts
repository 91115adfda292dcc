import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { ICON, kindText, type StepCard } from '../step/cards.ts'
import type { NextStepSeen } from '../step/seen.ts'

type AssignData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly step: string
    readonly typed: PlainText
    readonly sentence: string
    readonly people: readonly { readonly title: PlainText; readonly value: string }[]
  }
export type StepAssignCard = CardOf<'next-steps/assignment/assign', AssignData>

type Named = { readonly id: string; readonly name: string }

/** Two letters, ten names: whom to ask. */
export function assignCard(
  words: Words,
  step: NextStepSeen,
  typed: string,
  found: readonly Named[],
): StepAssignCard {
  const looked = typed.trim() !== ''
  const none =
    found.length === 0 ? words.say(step.direction === undefined ? 'step.nobody' : 'step.nobody.here') : ''
  return {
    template: 'next-steps/assignment/assign',
    data: {
      icon: ICON,
      kind: kindText(words, step.title),
      title: words.say('step.assign.title'),
      step: step.id,
      typed: prefilled(typed),
      sentence: looked ? none : '',
      people: found.map(({ id, name }) => ({ title: plain(name), value: id })),
      footer: words.say(step.direction === undefined ? 'step.assign.rules' : 'step.assign.rules.here'),
    },
  }
}

/** What stands where somebody was asked, once they declined: nothing of what it was. */
export function declinedCard(words: Words): StepCard {
  return {
    template: 'next-steps/step/step',
    data: {
      icon: ICON,
      kind: words.say('step.kind'),
      title: words.say('step.declined'),
      told: '',
      facts: [],
      asksName: false,
      named: 'off',
      buttons: [],
      foot: [],
      footer: words.say('step.declined.rules'),
    },
  }
}
