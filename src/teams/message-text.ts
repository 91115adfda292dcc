import type { Activity } from './activity.ts'

/** Letters of a typed message that anybody looks at. */
const TEXT_LIMIT = 20_000
/** The same as it comes: escaped, mentions marked up. Nothing on the way makes it longer. */
const RAW_LIMIT = 4 * TEXT_LIMIT
/** Entities that are looked at. */
const ENTITIES_READ = 50

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function letterOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
}

/** Undoes Teams' HTML escaping, once: what was written as `&amp;lt;` reads `&lt;`. */
function unescapeHtml(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, letterOf)
}

/** Mentions that Teams marks become the name alone, the bot's own nothing. Tags that a person typed stay as typed. */
function withoutMentions(text: string, { entities = [], recipient }: Activity): string {
  let left = text
  for (const { type, text: tag, mentioned } of entities.slice(0, ENTITIES_READ)) {
    if (type.toLowerCase() !== 'mention' || !tag) continue
    const name = mentioned?.name ?? tag.replace(/<\/?at\b[^<>]*>/gi, '')
    const said = mentioned?.id === recipient.id ? '' : name
    const parts = left.split(tag)
    // A name longer than its mention, called often, would multiply the text: then the rest stays as it is.
    if (left.length + (parts.length - 1) * (said.length - tag.length) > RAW_LIMIT) return left
    left = parts.join(said)
  }
  return left
}

/** What the person typed, as they typed it: without the bot's mention, unescaped, 20,000 letters at most. */
export function textOf(activity: Activity): string {
  const raw = (activity.text ?? '').slice(0, RAW_LIMIT)
  const text = unescapeHtml(withoutMentions(raw, activity))
  return text.trim().slice(0, TEXT_LIMIT).toWellFormed()
}

// No `<` within: what is never closed costs one look, however often it is opened.
const TAG = /<([^<>]*)>/g
const PICTURE = /^(?:img|emoji)\b.*?\balt="([^"]*)"/is
const BREAK = /^(?:br|\/p|\/div|\/li|\/blockquote|\/h\d)\b/i

/** What is left of a tag: an emoji for its picture, a space where a line ends, of all others nothing. */
function spokenBy(_: string, tag: string): string {
  return PICTURE.exec(tag)?.[1] ?? (BREAK.test(tag) ? ' ' : '')
}

/** Letters of a quoted message that anybody looks at: fifty times what an idea may have. */
const QUOTE_LIMIT = 14_000

/** No formatting. What a person typed like a tag is escaped there, and is undone last. */
function withoutTags(html: string): string {
  return unescapeHtml(html.replace(TAG, spokenBy))
}

/** The words of somebody's message, in one line, as they read: Teams hands it over as HTML unless it says `text`. */
export function quotedText(content: string, contentType = 'html'): string {
  const cut = content.slice(0, 4 * QUOTE_LIMIT)
  const words = contentType === 'text' ? cut : withoutTags(cut)
  return words.replace(/\s+/g, ' ').trim().slice(0, QUOTE_LIMIT).toWellFormed()
}
