import type { ButtonsPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { button, type InitiativeButton, seeSheet } from '../initiative/button-cards.ts'
import {
  axisTitle,
  ICON,
  type InitiativeAxes,
  ownerText,
  stageText,
  supportsText,
} from '../initiative/cards.ts'
import type { InitiativeSeen } from '../initiative/domain.ts'

type Listed = {
  readonly text: string
  readonly detail: string
  readonly buttons: readonly (InitiativeButton & { readonly tooltip: string })[]
}
export type GalleryCard = CardOf<
  'initiatives/gallery/list',
  HeaderPart & TitlePart & ButtonsPart & { readonly initiatives: readonly Listed[] }
>

/** Others may read the list where it was asked for: nothing in it is personal. */
function listed(words: Words, axes: InitiativeAxes, initiative: InitiativeSeen): Listed {
  const { id, title, idea } = initiative
  const see = seeSheet(words, id)
  const details = [
    stageText(words, initiative),
    axisTitle(words, axes, idea.axis),
    ownerText(words, initiative),
    supportsText(words, initiative),
  ]
  return {
    text: safe(title),
    detail: details.filter(part => part !== undefined).join(' · '),
    buttons: [{ ...see, tooltip: words.say('act.on', { act: see.title, text: plain(title) }) }],
  }
}

/** A page of initiatives. Five rows leave one of six buttons for the page. */
export function galleryCard(
  words: Words,
  axes: InitiativeAxes,
  { items, next }: { readonly items: readonly InitiativeSeen[]; readonly next?: string },
): GalleryCard {
  const more = button(words.say('idea.list.more'), 'initiatives.list', { after: next ?? '' })
  return {
    template: 'initiatives/gallery/list',
    data: {
      icon: ICON,
      kind: words.say('initiative.kind.plain'),
      title: words.say('initiative.list'),
      initiatives: items.map(each => listed(words, axes, each)),
      buttons: next === undefined ? [] : [more],
    },
  }
}
