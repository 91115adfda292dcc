import type { TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import type { Piloted } from './domain.ts'

type Choice = { readonly title: PlainText; readonly value: string }

export type PilotsCard = CardOf<
  'people/pilots/list',
  TitlePart & {
    readonly lines: readonly { readonly text: string }[]
    readonly choices: readonly Choice[]
    /** Cursor of the next page; '' on the last. */
    readonly next: string
    /** Whether Directions with a pilot are listed too. */
    readonly all: boolean
    /** The button that shows the other list. */
    readonly other: string
    readonly otherAll: boolean
  }
>

function leadOf({ say }: Words, { pilot, awaited }: Piloted, all: boolean): string {
  if (pilot) return say('pilots.pilot', { name: safe(pilot.name) })
  if (awaited !== undefined) return say('pilots.awaited', { name: safe(awaited) })
  return all ? say('pilots.lacking') : ''
}

function lineOf(words: Words, each: Piloted, all: boolean): string {
  const { say } = words
  const { direction, deputies } = each
  const names = deputies.map(({ name }) => safe(name)).join(', ')
  const parts = [
    safe(direction.name),
    leadOf(words, each, all),
    names === '' ? '' : say('pilots.deputy', { names }),
  ]
  return parts.filter(part => part !== '').join(' · ')
}

type Page = { readonly items: readonly Piloted[]; readonly next?: string }

/** A page of Directions without a pilot, or of `all`, each with a button to appoint one. */
export function pilotsCard(words: Words, { items, next = '' }: Page, all = false): PilotsCard {
  const { say } = words
  return {
    template: 'people/pilots/list',
    data: {
      title: say(all ? 'pilots.all' : 'pilots.title'),
      lines:
        items.length === 0
          ? [{ text: say('pilots.none') }]
          : items.map(each => ({ text: lineOf(words, each, all) })),
      choices: items.map(({ direction: { id, name } }) => ({ title: plain(name), value: id })),
      next,
      all,
      other: say(all ? 'pilots.title' : 'pilots.all'),
      otherAll: !all,
    },
  }
}
