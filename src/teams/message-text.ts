import type { Activity } from './activity.ts'

/** Limit of a typed message, in letters. */
const TEXT_LIMIT = 20_000
/** Limit before unescaping and removing mentions, which never lengthen it. */
const RAW_LIMIT = 4 * TEXT_LIMIT
/** Limit of entities. */
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

/** Decodes Teams' HTML entities once: `&amp;lt;` becomes `&lt;`. */
function unescapeHtml(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, letterOf)
}

/** Replaces mention tags by the name alone, the bot's own by nothing. Tags that a person typed stay as typed. */
function withoutMentions(text: string, { entities = [], recipient }: Activity): string {
  let left = text
  for (const { type, text: tag, mentioned } of entities.slice(0, ENTITIES_READ)) {
    if (type.toLowerCase() !== 'mention' || !tag) continue
    const name = mentioned?.name ?? tag.replace(/<\/?at\b[^<>]*>/gi, '')
    const said = mentioned?.id === recipient.id ? '' : name
    const parts = left.split(tag)
    // Many mentions of a name longer than its tag would multiply the text: beyond the limit they are left.
    if (left.length + (parts.length - 1) * (said.length - tag.length) > RAW_LIMIT) return left
    left = parts.join(said)
  }
  return left
}

/** The typed text: without the bot's mention, decoded, 20,000 letters at most. */
export function textOf(activity: Activity): string {
  const raw = (activity.text ?? '').slice(0, RAW_LIMIT)
  const text = unescapeHtml(withoutMentions(raw, activity))
  return text.trim().slice(0, TEXT_LIMIT).toWellFormed()
}

// No `<` within, so that unclosed tags are scanned in linear time.
const TAG = /<([^<>]*)>/g
const PICTURE = /^(?:img|emoji)\b.*?\balt="([^"]*)"/is
const BREAK = /^(?:br|\/p|\/div|\/li|\/blockquote|\/h\d)\b/i

/** Text of a tag: an emoji for its image, a space for a line break, else nothing. */
function spokenBy(_: string, tag: string): string {
  return PICTURE.exec(tag)?.[1] ?? (BREAK.test(tag) ? ' ' : '')
}

/** Limit of a quoted message, in letters: fifty times what an idea may have. */
const QUOTE_LIMIT = 14_000

/** Strips HTML tags. Typed angle brackets are escaped there, and are decoded last. */
function withoutTags(html: string): string {
  return unescapeHtml(html.replace(TAG, spokenBy))
}

/** Plain text of a quoted message, on one line: Teams passes HTML unless the type is `text`. */
export function quotedText(content: string, contentType = 'html'): string {
  const cut = content.slice(0, 4 * QUOTE_LIMIT)
  const words = contentType === 'text' ? cut : withoutTags(cut)
  return words.replace(/\s+/g, ' ').trim().slice(0, QUOTE_LIMIT).toWellFormed()
}
