import { ORGANISERS, type Permission } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { cleanLine, lineWithin } from '../../kernel/text/text.ts'
import { stemKey } from '../../search/stemming.ts'
import type { DeclaredTheme } from '../programme/index.ts'

export const THEME_PERMISSIONS = {
  read: { act: 'themes.read', roles: ['organiser', 'observer'] },
  make: { act: 'themes.make', roles: ORGANISERS },
  /** Another title, other words. */
  change: { act: 'themes.change', roles: ORGANISERS },
  join: { act: 'themes.join', roles: ORGANISERS },
  /** Off the board, and back on it. */
  remove: { act: 'themes.remove', roles: ORGANISERS },
  /** One idea, by hand. */
  move: { act: 'themes.move', roles: ORGANISERS },
  /** All ideas of an axis, by words. */
  place: { act: 'themes.place', roles: ORGANISERS },
  stop: { act: 'themes.stop', roles: ORGANISERS },
  /** Has a language model propose themes, which are on no board before somebody signs them. */
  propose: { act: 'themes.propose', roles: ORGANISERS },
  /** A proposal, or back again. */
  discard: { act: 'themes.discard', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** Name in the journal of what `remove` takes back. */
export const RESTORED = 'themes.restore'
/** Names in the journal of a theme made from a proposal, and of what takes `discard` back. */
export const ADOPTED = 'themes.adopt'
export const RETRIEVED = 'themes.retrieve'

export type ThemeStance = 'for' | 'against'

/** A theme as the board keeps it; one of the method file that it changed has the file's id. */
export type KeptTheme = DeclaredTheme & {
  /** Milliseconds. */
  readonly madeAt: number
  /** Since when it is off the board. */
  readonly removedAt?: number
}

/** A theme that a language model has proposed: no idea stands under it before somebody has signed it. */
export type ThemeProposal = {
  readonly id: string
  readonly axis: string
  readonly title: string
  readonly words: readonly string[]
  /** Ids of those in which the model saw it. */
  readonly ideas: readonly string[]
  /** Milliseconds. */
  readonly madeAt: number
  /** Since when it is not shown. */
  readonly discardedAt?: number
}

/** Where an idea stands: under a theme or none, put there by its words or by a hand. */
export type Placement = {
  readonly theme?: string
  readonly placed: 'words' | 'hand'
  readonly stance?: ThemeStance
}

/** The latest run over the ideas of an axis. */
export type PlacingRun = {
  readonly axis: string
  readonly state: 'running' | 'stopped' | 'done'
  /** The last idea read. */
  readonly after: { readonly at: number; readonly id: string }
  /** How many were read. */
  readonly ideas: number
  /** Milliseconds; of its state. */
  readonly at: number
}

/** Characters of a title and of a word, and words of a theme: as a method file has them. */
export const BOARD_LIMITS = { title: 60, word: 40, words: 30 } as const
/** Themes that a board of one axis holds, removed ones left out. */
export const MOST_ON_BOARD = 30
/** Themes of one axis that are kept, removed ones with them. */
export const MOST_KEPT = 500

/**
 * The themes of an axis: those of the method file in its order, as the board changed them, then those made on the board by
 * age. Never by how many ideas they have.
 */
export function boardThemes(
  declared: readonly DeclaredTheme[],
  kept: readonly KeptTheme[],
): readonly DeclaredTheme[] {
  const changed = new Map(kept.map(theme => [theme.id, theme]))
  const ids = new Set(declared.map(({ id }) => id))
  const made = kept.filter(({ id }) => !ids.has(id))
  const all = [...declared.map(theme => changed.get(theme.id) ?? theme), ...made]
  return all.filter(theme => !('removedAt' in theme))
}

/** @throws Refusal `empty-text`, `too-long` */
export function themeTitle(typed: string): string {
  return lineWithin(typed, BOARD_LIMITS.title)
}

/**
 * The words of a theme, each once in one form. `others`: themes beside it.
 * @throws Refusal `theme-words-many`, `too-long`, `theme-word-mute`, `theme-word-twice`
 */
export function themeWords(typed: readonly string[], others: readonly DeclaredTheme[]): readonly string[] {
  const taken = new Set(others.flatMap(({ words }) => words.map(stemKey)))
  const words = new Map<string, string>()
  for (const word of typed.map(cleanLine).filter(each => each !== '')) {
    const line = lineWithin(word, BOARD_LIMITS.word)
    const key = stemKey(line)
    if (key === '') throw new Refusal('theme-word-mute', { reason: line })
    if (taken.has(key)) throw new Refusal('theme-word-twice', { reason: line })
    if (!words.has(key)) words.set(key, line)
  }
  if (words.size > BOARD_LIMITS.words) throw new Refusal('theme-words-many', { max: BOARD_LIMITS.words })
  return [...words.values()]
}
