// Runs in the page. Nothing from outside may be used but the types: Playwright sends each function as text.
import type * as AC from 'adaptivecards'

declare const AdaptiveCards: typeof AC

/** Teaches the parser the elements that Teams knows beyond 1.5; without this, fallbacks are drawn. */
export function knowNewElements(icons: Readonly<Record<string, string>>): void {
  const { CardElement, GlobalRegistry } = AdaptiveCards
  type Raw = Readonly<Record<string, string | number>>
  const element = (name: string, draw: (raw: Raw) => HTMLElement) =>
    class extends CardElement {
      raw: Raw = {}
      override getJsonTypeName() {
        return name
      }
      protected override internalParse(source: Raw, context: AC.SerializationContext) {
        super.internalParse(source, context)
        this.raw = source
      }
      protected override internalRender() {
        return draw(this.raw)
      }
    }
  const box = (className: string, html: string) => {
    const made = document.createElement('div')
    made.className = className
    made.innerHTML = html
    return made
  }
  const drawings: Record<string, (raw: Raw) => HTMLElement> = {
    Icon: raw =>
      box(`icon ${raw.color ?? ''}`, icons[`${raw.name}${raw.style ?? 'Regular'}`] ?? `no icon ${raw.name}`),
    Badge: raw => {
      const made = box(`badge ${raw.style}`, '')
      made.textContent = String(raw.text)
      return made
    },
    ProgressBar: raw => box(`track ${raw.color}`, `<div style="width:${Number(raw.value)}%"></div>`),
  }
  for (const [name, draw] of Object.entries(drawings)) {
    GlobalRegistry.elements.register(name, element(name, draw) as unknown as { new (): AC.CardElement })
  }
}

type Column = {
  theme: string
  config: object
  width: number
  cards: readonly { name: string; card: object }[]
}

/** Draws the cards of one theme under one another. */
export function drawColumn({ theme, config, width, cards }: Column): void {
  const { AdaptiveCard, HostConfig } = AdaptiveCards
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const kept = text.replace(
      /\\([\\`*_{}[\]()#+\-.!|<>~])/g,
      (_, mark: string) => `\uE000${mark.charCodeAt(0)};`,
    )
    result.outputHtml = escaped(kept)
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
      .replace(/\[(.+?)\]\((\S+?)\)/g, '<a href="$2">$1</a>')
      .replace(/\uE000(\d+);/g, (_, code: string) => escaped(String.fromCharCode(Number(code))))
    result.didProcess = true
  }
  const column = document.createElement('div')
  column.className = `column ${theme}`
  column.style.width = `${width + 24}px`
  for (const { name, card } of cards) {
    const parsed = new AdaptiveCard()
    parsed.hostConfig = new HostConfig(config)
    parsed.parse(card)
    const label = document.createElement('p')
    label.className = 'name'
    label.textContent = name
    const frame = document.createElement('div')
    frame.className = 'card'
    frame.append(parsed.render() ?? 'nothing drawn')
    column.append(label, frame)
  }
  document.body.append(column)
}
