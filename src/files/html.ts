import { escapeHtml } from '../kernel/text/text.ts'

/** Markup in which every text was escaped. Only this module makes one. */
export class Html {
  readonly #markup: string

  /** Private to this module: `element` and `together` are how others come by one. */
  private constructor(markup: string) {
    this.#markup = markup
  }

  static element(tag: string, attributes: Attributes, children: readonly HtmlChild[]): Html {
    const open = `<${tag}${Object.entries(attributes).map(attributeText).join('')}>`
    return new Html(VOID.has(tag) ? open : `${open}${children.map(childText).join('')}</${tag}>`)
  }

  static style(css: string): Html {
    // Within <style> nothing is escaped: a « < » could end it.
    if (css.includes('<')) throw new Error('a style sheet with a « < » in it')
    return new Html(`<style>${css}</style>`)
  }

  toString(): string {
    return this.#markup
  }
}

/** A text, which is escaped, or markup; what is not there is left out. */
export type HtmlChild = Html | string | undefined | readonly HtmlChild[]
/** Values are escaped; names and tags are ours, never what somebody wrote. */
type Attributes = Readonly<Record<string, string | number | undefined>>

/** Elements without an end tag. */
const VOID: ReadonlySet<string> = new Set(['meta', 'br', 'hr'])

function attributeText([name, value]: readonly [string, string | number | undefined]): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(String(value))}"`
}

function childText(child: HtmlChild): string {
  if (child === undefined) return ''
  if (typeof child === 'string') return escapeHtml(child)
  return child instanceof Html ? child.toString() : child.map(childText).join('')
}

/** `<tag name="value">children</tag>` */
export function element(tag: string, attributes: Attributes, ...children: readonly HtmlChild[]): Html {
  return Html.element(tag, attributes, children)
}

type Page = {
  readonly language: string
  readonly title: string
  readonly description: string
  /** Our own, with nothing in it that somebody wrote. */
  readonly css: string
  readonly body: HtmlChild
}

/**
 * A whole document that runs nothing and asks nobody for anything: its own policy forbids scripts, pictures, fonts and
 * requests to whoever opens it, wherever it ends up.
 */
export function htmlPage({ language, title, description, css, body }: Page): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'description', content: description }),
    element('title', {}, title),
    Html.style(css),
  )
  return `<!doctype html>\n${element('html', { lang: language }, head, element('body', {}, body))}\n`
}
