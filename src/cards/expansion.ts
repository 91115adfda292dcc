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
 * The way through functions made once of what the library has parsed, which it keeps to itself; they keep nothing of it.
 * @throws LeftToLibrary or whatever comes of odd data, now or when it is called, where only the library can tell
 */
export function expandCompiled(template: Template, isMessage: boolean): (root: object) => unknown {
  const prepared: unknown = Reflect.get(template, '_preparedPayload')
  if (prepared === undefined) throw new LeftToLibrary('parsed by another version of the library')
  return compileTemplate(prepared, isMessage)
}

type Kept = {
  /** By whether it is a message; undefined where it does not compile. */
  readonly compiled: Map<boolean, ((root: object) => unknown) | undefined>
  library?: Expand
}

function compileOnce({ compiled }: Kept, parse: () => Template, isMessage: boolean): void {
  if (compiled.has(isMessage)) return
  const template = parse()
  try {
    compiled.set(isMessage, expandCompiled(template, isMessage))
  } catch {
    compiled.set(isMessage, undefined)
  }
}

/**
 * Compiled, and where that cannot tell, by the library, to the letter as if by it alone: its errors too. `parse` is
 * called the first time, and again for the first card that is the library's: what it has parsed weighs twice what is
 * compiled of it, and is seldom wanted.
 */
export function createExpansion(parse: () => Template): Expand {
  const kept: Kept = { compiled: new Map() }
  const byLibrary: Expand = (root, isMessage) => {
    kept.library ??= expandByLibrary(parse())
    return kept.library(root, isMessage)
  }
  return (root, isMessage) => {
    compileOnce(kept, parse, isMessage)
    const expand = kept.compiled.get(isMessage)
    if (!expand) return byLibrary(root, isMessage)
    try {
      return expand(root)
    } catch {
      return byLibrary(root, isMessage)
    }
  }
}
