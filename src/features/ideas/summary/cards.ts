import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { stepFacts } from '../../next-steps/index.ts'
import { button, type IdeaButton } from '../card/button-cards.ts'
import { ICON, supportsText } from '../card/frame-cards.ts'
import type { Idea } from '../idea/domain.ts'
import type { SummaryPublished, SummarySeen } from './domain.ts'

type Told = IdeaButton & { readonly tooltip: string }
type Quoted = { readonly text: string; readonly detail: string }

type Sheet = HeaderPart &
  TitlePart &
  FooterPart &
  FootPart &
  FactsPart &
  ButtonsPart & {
    readonly sentence: string
    /** Each links to its idea; on a preview they are only `quoted`. */
    readonly ideas: readonly (Quoted & { readonly open: Told })[]
    readonly quoted: readonly Quoted[]
    readonly next: string
  }
type Form = HeaderPart & TitlePart & FooterPart & { readonly next: PlainText; readonly workshop: string }

export type SummaryCard = CardOf<'ideas/summary/sheet', Sheet> | CardOf<'ideas/summary/form', Form>

type Titled = { readonly workshop: Pick<SummarySeen['workshop'], 'id' | 'title'> }
type Tallied = Titled & Pick<SummarySeen, 'count' | 'top'>

function headOf(words: Words, { workshop }: Titled) {
  return { icon: ICON, kind: words.say('harvest.summary.kind'), title: safe(workshop.title) }
}

/** « Vos 42 idées, les trois plus soutenues, et la suite. » */
function sentenceOf({ say }: Words, { count, top }: Pick<Tallied, 'count' | 'top'>): string {
  if (count === 0) return say('harvest.summary.none')
  // Where all of them are listed, none is called the most supported.
  return say('harvest.summary', { count, top: count > top.length ? top.length : 0 })
}

function quote(words: Words, idea: Idea): Quoted {
  return { text: safe(idea.text), detail: supportsText(words, idea) }
}

function leading(words: Words, idea: Idea): Sheet['ideas'][number] {
  const act = button(words.say('idea.see'), 'ideas.show', { idea: idea.id })
  const tooltip = words.say('act.on', { act: act.title, text: plain(idea.text) })
  return { ...quote(words, idea), open: { ...act, tooltip } }
}

/** For notifications and where no card can be drawn. */
export function summaryText(words: Words, seen: Tallied): string {
  const { title } = seen.workshop
  return plain(words.say('harvest.summary.told', { title, sentence: sentenceOf(words, seen) }))
}

/** The summary as everybody reads it; `foot` on a message, `buttons` for who may correct it. */
export function summaryCard(
  words: Words,
  seen: Tallied & Pick<SummaryPublished, 'summary' | 'steps'>,
  { foot, buttons = [] }: FootPart & Partial<ButtonsPart> = { foot: [] },
): Extract<SummaryCard, { template: 'ideas/summary/sheet' }> {
  return {
    template: 'ideas/summary/sheet',
    data: {
      ...headOf(words, seen),
      sentence: sentenceOf(words, seen),
      ideas: seen.top.map(idea => leading(words, idea)),
      quoted: [],
      next: safe(seen.summary.next),
      facts: stepFacts(words, seen.steps),
      buttons,
      foot,
      footer: seen.top.length > 0 ? words.say('harvest.summary.rules') : '',
    },
  }
}

export function correctButton({ say }: Words, workshop: string): IdeaButton {
  return button(say('harvest.summary.correct'), 'ideas.summary-form', { workshop })
}

/** What follows of it, for who may write it. */
export function followButton(
  { say }: Words,
  { workshop: { id }, steps }: Titled & Pick<SummarySeen, 'steps'>,
) {
  return button(say(steps.length > 0 ? 'step.open' : 'step.write'), 'steps.on', { kind: 'summary', id })
}

/** What an organiser sees before publication. */
export function summaryPreview(
  words: Words,
  seen: SummarySeen,
  next: string,
): Extract<SummaryCard, { template: 'ideas/summary/sheet' }> {
  const { say } = words
  const { workshop, summary, top } = seen
  const data = { workshop: workshop.id, next: prefilled(next) }
  const publish = say(summary ? 'harvest.summary.publish.again' : 'harvest.summary.publish')
  return {
    template: 'ideas/summary/sheet',
    data: {
      ...headOf(words, seen),
      sentence: sentenceOf(words, seen),
      ideas: [],
      quoted: top.map(idea => quote(words, idea)),
      next: safe(next),
      facts: stepFacts(words, seen.steps),
      buttons: [
        button(publish, 'ideas.summary-publish', { ...data, turn: summary?.turn ?? 0 }),
        button(say('harvest.edit'), 'ideas.summary-form', data),
      ],
      foot: [],
      footer: say(summary ? 'harvest.summary.again' : 'harvest.summary.first'),
    },
  }
}

/** Form for the next steps, or for their correction once published. */
export function summaryForm(
  words: Words,
  { workshop, summary }: Titled & Pick<SummarySeen, 'summary'>,
  typed: string,
): Extract<SummaryCard, { template: 'ideas/summary/form' }> {
  const { say } = words
  return {
    template: 'ideas/summary/form',
    data: {
      icon: ICON,
      kind: say('idea.gathering', { title: safe(workshop.title) }),
      title: say(summary ? 'harvest.summary.correct' : 'harvest.summary.open'),
      next: prefilled(typed === '' ? (summary?.next ?? '') : typed),
      workshop: workshop.id,
      footer: say(summary ? 'harvest.summary.again' : 'harvest.summary.first'),
    },
  }
}
