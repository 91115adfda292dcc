import type { PlainText, SafeText } from '../kernel/text/card.ts'
import { cleanLine, cleanLines } from '../kernel/text/text.ts'

// Everything that Teams' Markdown gives a meaning to. `<` matters for `<at>` mentions, `|` and `~` for newer clients.
const MARKDOWN = /[\\`*_{}[\]()#+\-.!|<>~]/g

/** User text for an input's value, a choice's or a button's title, a TextRun: shown letter by letter there. */
export function plain(text: string): PlainText {
  return cleanLine(text) as PlainText
}

/**
 * User text for a TextBlock or a fact's value: the only way in. Markdown is live there (shown in the Playground),
 * so every character of it is escaped with a backslash.
 */
export function safe(text: string): SafeText {
  return cleanLine(text).replace(MARKDOWN, '\\$&') as SafeText
}

/** A TextBlock's text as who looks at the card reads it: what was escaped stands for itself, bold and links only text. */
export function read(text: string): string {
  const bare = text.replace(/^\[([^\]\\]+)\]\([^)\\]+\)$/, '$1')
  return bare.replace(/\\(.)|\*\*/g, (_, escaped = '') => escaped)
}

/** Letters kept of a text far too long: a message holds 80 kB in UTF-16. */
const KEPT = 16_000

/** What a person typed, given back in an input so that nothing has to be typed again. */
export function kept(text: string): PlainText {
  return plain(text.slice(0, KEPT))
}

/** The same for an input of several lines. */
export function keptLines(text: string): PlainText {
  return cleanLines(text.slice(0, KEPT)).join('\n') as PlainText
}
