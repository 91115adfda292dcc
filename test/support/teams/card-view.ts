import { type Node, nodesIn, type Placed, placedIn, textOf } from './card-tree.ts'

const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|<>~])/g
const LINK = /(?<!\\)\[((?:\\.|[^\]\\])+)\]\(((?:\\.|[^)\\])+)\)/g

/** Markdown as a person sees it: escapes undone, emphasis gone, a live link as `words <address>`. */
function drawn(markdown: string): string {
  return markdown
    .replace(LINK, '$1 <$2>')
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/gs, '$1')
    .replace(ESCAPED, '$1')
}

function markdownIn({ node }: Placed): string[] {
  if (node.type === 'TextBlock') return [textOf(node)]
  if (node.type !== 'FactSet') return []
  return nodesIn(node.facts).flatMap(({ title, value }) => [String(title ?? ''), String(value ?? '')])
}

function linesOf(placed: Placed): string[] {
  const { node } = placed
  const { type } = node
  if (type === 'RichTextBlock') return [(node.inlines as unknown[]).map(textOf).join('')]
  if (type === 'Badge') return [textOf(node)]
  if (type === 'Input.Toggle') return [String(node.title ?? '')]
  if (type === 'Input.ChoiceSet') return [String(node.label ?? ''), ...choicesShown(node)]
  if (String(type).startsWith('Input.')) return [String(node.label ?? ''), String(node.value ?? '')]
  return markdownIn(placed).map(drawn)
}

export function choicesOf(input: Node): readonly { title: string; value: string }[] {
  return nodesIn(input.choices).map(({ title, value }) => ({ title: String(title), value: String(value) }))
}

/** A list that is folded up shows what is chosen. */
function choicesShown(input: Node): string[] {
  const open = input.style === 'expanded'
  const chosen = String(input.value ?? '').split(',')
  return choicesOf(input)
    .filter(({ value }) => open || chosen.includes(value))
    .map(({ title }) => title)
}

function visible(card: unknown): Placed[] {
  return placedIn(card).filter(placed => placed.visible)
}

/** All that a card says, a line each, every kind of space as a plain one; buttons not counted. */
export function textOnCard(card: unknown): string {
  return visible(card)
    .flatMap(linesOf)
    .filter(line => line !== '')
    .join('\n')
    .replace(/[\u00A0\u202F]/g, ' ')
}

/** What can be pressed. */
export function buttonsOn(card: unknown): readonly Node[] {
  return visible(card)
    .map(({ node }) => node)
    .filter(({ type }) => String(type).startsWith('Action.'))
}

export function inputsOn(card: unknown): readonly Node[] {
  return visible(card)
    .map(({ node }) => node)
    .filter(({ type }) => String(type).startsWith('Input.'))
}

/** Addresses that a click would open: of live Markdown links and of buttons. */
export function linksOn(card: unknown): readonly string[] {
  const written = visible(card)
    .flatMap(markdownIn)
    .flatMap(text => [...text.matchAll(LINK)].map(([, , url]) => url ?? ''))
  const buttons = buttonsOn(card).filter(({ type }) => type === 'Action.OpenUrl')
  return [...written, ...buttons.map(({ url }) => String(url))]
}

/** Links of a card that lead elsewhere than into our tabs. */
export function linksOut({ links }: { readonly links: readonly string[] }): readonly string[] {
  return links.filter(link => !link.startsWith('https://teams.microsoft.com/l/entity/'))
}
