import type { RenderedCard } from './render.ts'
import { read } from './text.ts'

/** How a text stands on a card: `kind` above the title, `badge` the state, `small` what is said in passing. */
type Style = 'kind' | 'badge' | 'title' | 'strong' | 'plain' | 'small'

/** `apart`: a line is drawn above. `icon`: a Fluent icon's name. */
export type Block =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly style: Style
      readonly icon?: string
      readonly apart?: true
    }
  | { readonly kind: 'field'; readonly label: string; readonly choices: readonly string[] }
  | { readonly kind: 'acts'; readonly titles: readonly string[] }

type Element = Readonly<Record<string, unknown>>

const listIn = (value: unknown): readonly Element[] => (Array.isArray(value) ? value : [])
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

function styleOf({ style, size, weight }: Element): Style {
  if (style === 'heading') return 'title'
  const [small, bold] = [size === 'Small', weight === 'Bolder']
  if (small) return bold ? 'kind' : 'small'
  return bold ? 'strong' : 'plain'
}

/** An icon stands alone in its column, before what it belongs to. */
function columnsOf(columns: readonly Element[]): readonly Block[] {
  let icon = ''
  return columns
    .flatMap(({ items }) => listIn(items))
    .flatMap(item => {
      if (item.type === 'Icon') {
        icon = textIn(item.name)
        return []
      }
      const [first, ...rest] = blocksOf(item)
      if (!first) return []
      const led = icon !== '' && first.kind === 'text' ? { ...first, icon } : first
      icon = ''
      return [led, ...rest]
    })
}

function actsOf(actions: unknown): readonly Block[] {
  const titles = listIn(actions).map(({ title }) => textIn(title))
  return titles.length > 0 ? [{ kind: 'acts', titles }] : []
}

function apart([first, ...rest]: readonly Block[]): readonly Block[] {
  if (!first) return []
  return [first.kind === 'text' ? { ...first, apart: true } : first, ...rest]
}

function plainBlocks(element: Element): readonly Block[] {
  const { type, items, columns, actions } = element
  switch (type) {
    case 'TextBlock':
      return [{ kind: 'text', text: read(textIn(element.text)), style: styleOf(element) }]
    case 'Badge':
      return [{ kind: 'text', text: textIn(element.text), style: 'badge' }]
    case 'ColumnSet':
      return columnsOf(listIn(columns))
    case 'ActionSet':
      return actsOf(actions)
    case 'Input.ChoiceSet':
    case 'Input.Number':
    case 'Input.Text': {
      const choices = listIn(element.choices).map(({ title }) => textIn(title))
      return [{ kind: 'field', label: textIn(element.label), choices }]
    }
    case 'Input.Toggle':
      return [{ kind: 'field', label: textIn(element.label), choices: [textIn(element.title)] }]
    default:
      return listIn(items).flatMap(blocksOf)
  }
}

function blocksOf(element: Element): readonly Block[] {
  const blocks = plainBlocks(element)
  return element.separator === true ? apart(blocks) : blocks
}

/** Body and actions of a card as preview blocks, for a page that cannot render Adaptive Cards. */
export function previewBlocks({ body, actions }: RenderedCard): readonly Block[] {
  return [...listIn(body).flatMap(blocksOf), ...actsOf(actions)]
}
