import { overflowed } from '../../../cards/overflow.ts'
import type { ActsPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import type { Idea } from '../idea/domain.ts'
import { button, type IdeaButton } from './button-cards.ts'
import { headerOf, type IdeaAxes, ideaInTab } from './frame-cards.ts'

type Entry = { readonly text: string; readonly detail: string }

export type EntriesCard = CardOf<
  'ideas/card/entries',
  HeaderPart &
    TitlePart &
    ActsPart &
    TabPart & { readonly heading: string; readonly entries: readonly Entry[] }
>

/** A page of comments or thread events. */
export type EntriesPage<T> = { readonly items: readonly T[]; readonly next?: string }

export function entriesCard(
  words: Words,
  axes: IdeaAxes,
  idea: Idea,
  heading: string,
  entries: readonly Entry[],
  buttons: readonly IdeaButton[],
): EntriesCard {
  const back = button(words.say('idea.see'), 'ideas.show', { idea: idea.id })
  return {
    template: 'ideas/card/entries',
    data: {
      ...headerOf(words, axes, idea),
      ...ideaInTab(idea),
      title: safe(idea.text),
      heading,
      entries,
      buttons: overflowed([...buttons, back]),
    },
  }
}

export function moreOf(words: Words, verb: string, idea: string, next: string | undefined): IdeaButton[] {
  return next === undefined ? [] : [button(words.say('idea.list.more'), verb, { idea, after: next })]
}
