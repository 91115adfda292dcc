import type { Template } from 'adaptivecards-templating'
import { compileTemplate } from './compiled-template.ts'
import { withFallbacks } from './fallback.ts'
import { LeftToLibrary } from './lookup.ts'
import { withOverflow } from './overflow.ts'
import { withSpacedPunctuation } from './punctuation.ts'

/** Fills a template, and does to the card what clients and French want. `isMessage`: it was sent unasked. */
export type Expand = (root: object, isMessage: boolean) => unknown

/** A card that the library has filled, with its overflow menus, fallbacks and punctuation: a walk for each. */
function finished(filled: unknown, isMessage: boolean): unknown {
  return withSpacedPunctuation(withFallbacks(isMessage ? withOverflow(filled) : filled))
}

/** The way through the library alone: what the compiled one is held against, and what it falls back on. */
export function expandByLibrary(template: Template): Expand {
  return (root, isMessage) => finished(template.expand({ $root: root }), isMessage)
}

/**
 * The way through functions made once of what the library has parsed, which it keeps to itself. @throws LeftToLibrary
 * or whatever comes of odd data, now or when it is called, where only the library can tell
 */
export function expandCompiled(template: Template): Expand {
  const prepared: unknown = Reflect.get(template, '_preparedPayload')
  if (prepared === undefined) throw new LeftToLibrary('parsed by another version of the library')
  const plain = compileTemplate(prepared, false)
  const message = compileTemplate(prepared, true)
  return (root, isMessage) => (isMessage ? message(root) : plain(root))
}

function compiledOrNot(template: Template): Expand | undefined {
  try {
    return expandCompiled(template)
  } catch {
    return undefined
  }
}

/** Compiled, and where that cannot tell, by the library, to the letter as if by it alone: its errors too. */
export function createExpansion(template: Template): Expand {
  const byLibrary = expandByLibrary(template)
  const compiled = compiledOrNot(template)
  if (!compiled) return byLibrary
  return (root, isMessage) => {
    try {
      return compiled(root, isMessage)
    } catch {
      return byLibrary(root, isMessage)
    }
  }
}
