import type { Locator } from 'playwright-core'
import { type Button, buttonOn } from '../../support/teams/card-press.ts'
import { nodesIn, placedIn, textOf } from '../../support/teams/card-tree.ts'
import { buttonsOn, choicesOf, inputsOn, textOnCard } from '../../support/teams/card-view.ts'
import { type Drawn, drawnIn, KINDS, TEXTS } from '../screens/drawn.ts'

/** What a page, a dialog or a card has to be read. Links count as buttons. */
export type Counts = {
  readonly headings: number
  readonly buttons: number
  readonly sentences: number
  readonly words: number
}

export const NOTHING: Counts = { headings: 0, buttons: 0, sentences: 0, words: 0 }

const NAMES = ['headings', 'buttons', 'sentences', 'words'] as const

function combined(one: Counts, other: Counts, how: (a: number, b: number) => number): Counts {
  return {
    headings: how(one.headings, other.headings),
    buttons: how(one.buttons, other.buttons),
    sentences: how(one.sentences, other.sentences),
    words: how(one.words, other.words),
  }
}

export const sum = (one: Counts, other: Counts): Counts => combined(one, other, (a, b) => a + b)
/** Of two looks at one page, what the fuller one had. */
export const fuller = (one: Counts, other: Counts): Counts => combined(one, other, Math.max)

const matches = (mark: RegExp, text: string) => [...text.matchAll(mark)].length

/** What a card shows, its fields filled as they come. Buttons behind « … » count as that one. */
export function countsOfCard(card: unknown): Counts {
  const inSight = buttonsOn(card).filter(({ mode }) => mode !== 'secondary')
  const menus = placedIn(card).filter(
    ({ node, visible }) => visible && nodesIn(node.actions).some(({ mode }) => mode === 'secondary'),
  )
  const titles = inSight.map(({ title }) => textOf(title ?? ''))
  const text = textOnCard(card)
  return {
    headings: placedIn(card).filter(({ node, visible }) => visible && node.style === 'heading').length,
    buttons: titles.length + menus.length,
    sentences: matches(TEXTS.sentences, text.replaceAll('\n', ' \n')),
    words: matches(TEXTS.words, [text, ...titles].join('\n')),
  }
}

/**
 * Taps that filling these fields of a card takes: a list that folds is opened first, what is typed is none.
 * @throws Error where the card has no such field
 */
export function tapsToFill(card: unknown, filled: Readonly<Record<string, string>>): number {
  return Object.entries(filled)
    .map(([id, value]) => {
      const input = inputsOn(card).find(each => each.id === id)
      if (!input) throw new Error(`no field is called ${id}`)
      if (input.type === 'Input.Text') return 0
      if (input.type !== 'Input.ChoiceSet') return 1
      const chosen = choicesOf(input).length > 0 && input.style === 'expanded' ? 1 : 2
      return value === input.value ? 0 : chosen
    })
    .reduce<number>((all, one) => all + one, 0)
}

/** Taps that pressing a button of a card takes: two behind « … ». */
export function tapsToPress(card: unknown, wanted: Button): number {
  return buttonOn(card, wanted).mode === 'secondary' ? 2 : 1
}

/** What stands in `part`, down to `until` (px of the page). */
export async function countsOf(part: Locator, until = Number.POSITIVE_INFINITY): Promise<Counts> {
  const { headings, buttons, links } = KINDS
  const drawn = await drawnIn(part, { headings, buttons: `${buttons}, ${links}` })
  const met = (name: string) => drawn.filter(({ kind, at }: Drawn) => kind === name && at <= until).length
  return Object.fromEntries(NAMES.map(name => [name, met(name)])) as Counts
}
