import type { ButtonsPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import { button, goesOnFrom, seeSheet } from './button-cards.ts'
import { excerpt, headerOf, type InitiativeAxes, inGallery } from './cards.ts'
import type { InitiativeSeen, SheetSeen } from './domain.ts'

type Section = { readonly heading: string; readonly lines: readonly { readonly text: string | SafeText }[] }
/** `host`: domain of the page. */
type Link = { readonly text: SafeText; readonly host: SafeText }

export type ReadingCard = CardOf<
  'initiatives/initiative/reading',
  HeaderPart & TitlePart & ButtonsPart & TabPart & { readonly sections: readonly Section[] }
>
export type LinksCard = CardOf<
  'initiatives/initiative/links',
  HeaderPart &
    TitlePart &
    TabPart & {
      readonly links: readonly Link[]
      readonly open: readonly { readonly title: PlainText; readonly url: string }[]
      readonly buttons: ButtonsPart['buttons']
    }
>

/** Links per card: four leave two of six buttons for the page. */
const LINKS = 4

/** Limits of a section's characters, and of sections: a card is limited to 28 kB, the tab shows all. */
const LETTERS = 900
const LINES = 12

function linesOf(text: string): Section['lines'] {
  const kept = [...text].slice(0, LETTERS).join('').split('\n')
  const shown = kept.slice(0, LINES)
  const cut = kept.length > LINES || [...text].length > LETTERS
  return shown.map((line, at) => ({
    text: excerpt(cut && at === shown.length - 1 ? `${line}…` : line, LETTERS + 1),
  }))
}

/** The full text, members and links. */
export function readingCard(words: Words, axes: InitiativeAxes, sheet: SheetSeen, may: boolean): ReadingCard {
  const { say } = words
  const { problem, story, inspiring, outcome, idea, names } = sheet
  const written = [
    ['initiative.outcome', outcome],
    ['initiative.problem', problem],
    ['initiative.story', story],
    ['initiative.inspiring', inspiring],
  ] as const
  const line = (heading: Key, text: string) =>
    text === '' ? [] : [{ heading: say(heading), lines: [{ text }] }]
  return {
    template: 'initiatives/initiative/reading',
    data: {
      ...headerOf(words, axes, sheet),
      ...inGallery(sheet),
      title: safe(sheet.title),
      sections: [
        ...written
          .filter(([, text]) => text !== '')
          .map(([heading, text]) => ({ heading: say(heading), lines: linesOf(text) })),
        ...line('initiative.words', safe(idea.text)),
        ...line('initiative.with', names.map(safe).join(', ')),
      ],
      buttons: goesOnFrom(words, sheet, may),
    },
  }
}

/** A page of links, from index `from` on. */
export function linksCard(
  words: Words,
  axes: InitiativeAxes,
  sheet: InitiativeSeen,
  from: number,
): LinksCard {
  const { id, resources } = sheet
  const shown = resources.slice(from, from + LINKS)
  const next = from + LINKS
  const more = button(words.say('idea.list.more'), 'initiatives.links', { initiative: id, from: next })
  return {
    template: 'initiatives/initiative/links',
    data: {
      ...headerOf(words, axes, sheet),
      ...inGallery(sheet),
      title: safe(sheet.title),
      links: shown.map(({ title, url }) => ({ text: safe(title), host: safe(new URL(url).host) })),
      open: shown.map(({ title, url }) => ({ title: plain(title), url })),
      buttons: [...(next < resources.length ? [more] : []), seeSheet(words, id)],
    },
  }
}
