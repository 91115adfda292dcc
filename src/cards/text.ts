import type { PlainText, SafeText } from '../kernel/text/card.ts'
import { cleanLine, cleanLines } from '../kernel/text/text.ts'

// Everything that Teams' Markdown gives a meaning to. `<` matters for `<at>` mentions, `|` and `~` for newer clients.
const MARKDOWN = /[\\`*_{}[\]()#+\-.!|<>~]/g

/** User text for places without Markdown: an input's value, a choice's or a button's title, a TextRun. */
export function plain(text: string): PlainText {
  return cleanLine(text) as PlainText
}

/**
 * Escapes user text for a TextBlock or a fact's value: the only way in. Markdown is live there (shown in the
 * Playground), so every Markdown character gets a backslash.
 */
export function safe(text: string): SafeText {
  return cleanLine(text).replace(MARKDOWN, '\\$&') as SafeText
}

/** Plain text of a TextBlock as it is rendered: escapes removed, bold and links only text. */
export function read(text: string): string {
  const bare = text.replace(/^\[([^\]\\]+)\]\([^)\\]+\)$/, '$1')
  return bare.replace(/\\(.)|\*\*/g, (_, escaped = '') => escaped)
}

/** Limit in letters: a Teams message holds 80 kB in UTF-16. */
const KEPT = 16_000

/** User input to prefill an input with, so that nothing has to be typed again. */
export function prefilled(text: string): PlainText {
  return plain(text.slice(0, KEPT))
}

/** The same for an input of several lines. */
export function prefilledLines(text: string): PlainText {
  return cleanLines(text.slice(0, KEPT)).join('\n') as PlainText
}
