import type {
  CardTone,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'
import type { Idea } from '../idea/domain.ts'
import { supportsShown } from '../idea/support-count.ts'
import type { SaidOfIdea } from './answer-cards.ts'
import type { IdeaModedButton } from './button-cards.ts'

/** Characters of an idea in a list of choices: thirty of them fit on a card. */
const CHOICE = 120

/** Text on one line of a list, cut where it is long, between grapheme clusters. */
export function choiceOf({ id, text }: { readonly id: string; readonly text: string }): IdeaChoice {
  const letters = [...text]
  return { title: plain(letters.length > CHOICE ? `${letters.slice(0, CHOICE).join('')}…` : text), value: id }
}

export type IdeaChoice = { readonly title: PlainText | string; readonly value: string }

export type IdeaAxes = Pick<Programme, 'axes' | 'axis'>

type IdeaData = HeaderPart &
  TitlePart &
  FactsPart &
  FootPart &
  TabPart &
  FooterPart & {
    /** What the message tells; '' outside messages. */
    readonly told: string
    readonly said: SaidOfIdea
    readonly axes: readonly IdeaChoice[]
    readonly buttons: readonly IdeaModedButton[]
  }

export type IdeaCard = CardOf<'ideas/card/idea', IdeaData>

export const ICON = 'Lightbulb'

const TONES: Readonly<Record<Idea['state'], CardTone>> = {
  received: 'neutral',
  studied: 'brand',
  answered: 'brand',
  retained: 'good',
  initiative: 'good',
  merged: 'neutral',
  withdrawn: 'neutral',
  aside: 'neutral',
}

export function axisTitle(words: Words, { axis }: IdeaAxes, id: string | undefined): string | undefined {
  const title = id === undefined ? undefined : axis(id)?.title[words.language]
  return title === undefined ? undefined : safe(title)
}

export function headerOf(words: Words, axes: IdeaAxes, { axis: id, state, hidden }: Idea): HeaderPart {
  const axis = axisTitle(words, axes, id)
  const kind = axis === undefined ? words.say('idea.kind.plain') : words.say('idea.kind', { axis })
  const badge = { text: words.say(`idea.state.${state}`), tone: TONES[state] }
  if (hidden) return { icon: ICON, kind, badge: { text: words.say('idea.hidden.badge'), tone: 'neutral' } }
  return { icon: ICON, kind, badge }
}

/** Deep link to the idea's thread, or to its initiative's sheet, which has the same id. */
export function ideaInTab({ id, state }: Pick<Idea, 'id' | 'state'>): TabPart {
  if (state === 'initiative') return { inTab: { tab: 'gallery', wanted: id } }
  return { inTab: { tab: 'personal', wanted: `idea:${id}` } }
}

export function supportsText(words: Words, idea: Idea): string {
  const { supports: count, directions } = supportsShown(idea)
  return words.say('idea.supports', { count, directions })
}

export function commentsText(words: Words, { comments }: Idea): string | undefined {
  return comments === 0 ? undefined : words.say('idea.comments', { count: exact('shared', comments) })
}
