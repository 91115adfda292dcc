import type { RenderedCard } from './render.ts'
import { read, safe } from './text.ts'

type Element = Readonly<Record<string, unknown>>

const listIn = (value: unknown): readonly Element[] => (Array.isArray(value) ? value : [])
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const text = (words: string, more: object = {}): Element => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...more,
})

/** Links become plain text: their target does not exist before the post. */
const unlinked = (words: string) => (/^\[[^\]\\]+\]\(/.test(words) ? safe(read(words)) : words)

/** Static text of an input: its label and choices, of a compact list the value shown. */
function fieldOf({ type, label, title, choices, style, value }: Element): readonly Element[] {
  const closed = type === 'Input.ChoiceSet' && style !== 'expanded'
  const shown = listIn(choices).filter(choice => !closed || choice.value === value)
  const options = [...shown.map(choice => textIn(choice.title)), textIn(title)].filter(Boolean)
  return [
    text(safe(textIn(label)), { weight: 'Bolder' }),
    ...options.map(option => text(`○ ${safe(option)}`, { spacing: 'None' })),
  ]
}

/**
 * The body of a card without actions and inputs: same look, buttons by their names. `acts`: a sentence around those
 * names.
 */
export function staticBodyOf(
  { body, actions }: RenderedCard,
  acts: (titles: string) => string,
): readonly object[] {
  const named = (list: unknown): readonly Element[] => {
    const titles = listIn(list).map(({ title }) => safe(textIn(title)))
    return titles.length === 0 ? [] : [text(acts(titles.join(' · ')), { size: 'Small', isSubtle: true })]
  }
  const still = (element: Element): readonly Element[] => {
    const { type, selectAction: _, id: __, ...same } = element
    if (type === 'ActionSet') return named(element.actions)
    if (textIn(type).startsWith('Input.')) return fieldOf(element)
    if (type === 'TextBlock') return [{ type, ...same, text: unlinked(textIn(element.text)) }]
    const within = {
      ...(element.items !== undefined && { items: listIn(element.items).flatMap(still) }),
      ...(element.columns !== undefined && { columns: listIn(element.columns).flatMap(still) }),
    }
    return [{ type, ...same, ...within }]
  }
  return [...listIn(body).flatMap(still), ...named(actions)]
}
