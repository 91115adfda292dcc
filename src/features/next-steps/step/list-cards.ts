import type { ButtonsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { badgeOf, ICON, kindText } from './cards.ts'
import { MOST } from './domain.ts'
import { bodyText, dueText, type StepCardContext } from './line-cards.ts'
import type { NextStepSeen, StepsOn } from './seen.ts'

type Line = { readonly text: SafeText; readonly detail: string; readonly step: string }

type ListData = HeaderPart & TitlePart & ButtonsPart & FooterPart & { readonly lines: readonly Line[] }
export type StepListCard = CardOf<'next-steps/step/list', ListData>

function lineOf(context: StepCardContext, step: NextStepSeen): Line {
  const { words } = context
  const parts = [badgeOf(words, step).text, bodyText(context, step), dueText(words, step)]
  return { text: safe(step.text), detail: parts.join(' · '), step: step.id }
}

/** Subjects that have a card of their own in the chat. */
const SHOWN_BY = {
  idea: 'ideas.show',
  ballot: 'ballots.mine',
  summary: '',
  trial: 'trials.decision',
} as const

function backTo({ say }: Words, { kind, id }: StepsOn['subject']): ButtonsPart['buttons'] {
  const verb = SHOWN_BY[kind]
  return verb === '' ? [] : [{ title: say('step.about.back'), verb, data: { [kind]: id } }]
}

/** Four with an act each leave two for the card: what is to come first, then what ended last. */
function inSight(steps: readonly NextStepSeen[]): readonly NextStepSeen[] {
  const over = ({ state }: NextStepSeen) => state === 'kept' || state === 'dropped'
  return [...steps.filter(step => !over(step)), ...steps.filter(over).reverse()].slice(0, MOST)
}

/** What follows of one thing, and the way to write more. */
export function stepsOnCard(
  context: StepCardContext,
  { subject, title, steps, mayWrite }: StepsOn,
): StepListCard {
  const { words } = context
  const { kind, id } = subject
  const write = { title: words.say('step.write'), verb: 'steps.form', data: { kind, id } }
  return {
    template: 'next-steps/step/list',
    data: {
      icon: ICON,
      kind: kindText(words, title),
      title: words.say(steps.length === 0 ? 'step.on.none' : 'step.on.title'),
      lines: inSight(steps).map(step => lineOf(context, step)),
      buttons: [...(mayWrite ? [write] : []), ...backTo(words, subject)],
      footer: '',
    },
  }
}

/** A page of one's own. `next`: there are more. */
export function ownStepsCard(
  context: StepCardContext,
  { items, next }: { readonly items: readonly NextStepSeen[]; readonly next?: string },
): StepListCard {
  const { say } = context.words
  const more = { title: say('step.list.more'), verb: 'steps.list', data: { after: next } }
  return {
    template: 'next-steps/step/list',
    data: {
      icon: ICON,
      kind: say('step.kind'),
      title: say(items.length === 0 ? 'step.list.none' : 'step.list.title'),
      lines: items.map(step => lineOf(context, step)),
      buttons: next === undefined ? [] : [more],
      footer: say('step.list.rules'),
    },
  }
}
