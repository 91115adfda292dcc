import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { DeclaredTheme, Programme } from '../programme/index.ts'
import {
  ADOPTED,
  boardThemes,
  type KeptTheme,
  MOST_KEPT,
  MOST_ON_BOARD,
  RESTORED,
  THEME_PERMISSIONS,
  themeTitle,
  themeWords,
} from './domain.ts'
import type { PlacementStore, ProposalStore, RunStore, ThemeStore } from './rows.ts'

type Parts = {
  readonly programme: Pick<Programme, 'themes' | 'axis'>
  readonly themes: (tx: Tx) => ThemeStore
  readonly placements: (tx: Tx) => Pick<PlacementStore, 'counts' | 'moveAll'>
  readonly runs: (tx: Tx) => RunStore
  readonly proposals: (tx: Tx) => Pick<ProposalStore, 'of' | 'remove'>
  readonly transact: Transact
  readonly once: Once
  readonly audit: Audit
  readonly ids: Ids
  readonly clock: Clock
}

/** What is typed of a theme. */
type TypedTheme = { readonly axis: string; readonly title: string; readonly words: readonly string[] }

export type ThemeEditUsecases = ReturnType<typeof themeEditUsecases>

/** Themes of a board: made, changed, joined, taken off it and put back. */
export function themeEditUsecases(parts: Parts) {
  const { programme, themes, placements, runs, proposals, transact, once, audit, ids, clock } = parts
  const declaredOn = (axis: string) => programme.themes.filter(theme => theme.axis === axis)

  /** @throws Refusal `gone` */
  function requireAxis(axis: string): void {
    if (!programme.axis(axis)) throw new Refusal('gone')
  }

  /** @throws Refusal `theme-gone` */
  function requireTheme(all: readonly DeclaredTheme[], id: string): DeclaredTheme {
    const found = all.find(theme => theme.id === id)
    if (!found) throw new Refusal('theme-gone')
    return found
  }

  /** A run under way reads all ideas again: what it has placed was by other words. */
  async function readAgain(tx: Tx, axis: string): Promise<void> {
    const run = await runs(tx).lock(axis)
    if (run && run.state !== 'done') await runs(tx).put({ ...run, after: { at: 0, id: '' }, ideas: 0 })
  }

  async function write(tx: Tx, { id, axis, title, words }: DeclaredTheme, kept: readonly KeptTheme[]) {
    const madeAt = kept.find(theme => theme.id === id)?.madeAt ?? clock.now()
    await themes(tx).put({ id, axis, title, words, madeAt })
    await readAgain(tx, axis)
  }

  /** The proposal that becomes a theme. @throws Refusal `theme-proposal-gone` */
  async function adopt(tx: Tx, axis: string, proposal: string): Promise<void> {
    const found = (await proposals(tx).of(axis)).some(({ id }) => id === proposal)
    if (!found) throw new Refusal('theme-proposal-gone')
    await proposals(tx).remove(axis, proposal)
  }

  return {
    /**
     * Makes a theme, once for all `keys`. `proposal`: what a language model proposed, as the actor signs it. @returns its id
     * @throws Refusal `role-needed`, `gone`, `themes-full`, `theme-proposal-gone`, and those of `themeTitle` and `themeWords`
     */
    async make(
      actor: Actor,
      typed: TypedTheme,
      keys: readonly IdempotencyKey[],
      proposal?: string,
    ): Promise<string> {
      permit(THEME_PERMISSIONS.make, actor.role)
      const { axis } = typed
      requireAxis(axis)
      const made = ids.next()
      return transact(async tx => {
        const id = await once(tx, keys, made)
        if (id !== made) return id
        const kept = await themes(tx).of(axis)
        const all = boardThemes(declaredOn(axis), kept)
        if (all.length >= MOST_ON_BOARD || kept.length >= MOST_KEPT)
          throw new Refusal('themes-full', { max: MOST_ON_BOARD })
        const title = themeTitle(typed.title)
        if (proposal !== undefined) await adopt(tx, axis, proposal)
        await write(tx, { id, axis, title, words: themeWords(typed.words, all) }, kept)
        await audit(tx, actor, proposal === undefined ? THEME_PERMISSIONS.make.act : ADOPTED, id)
        return id
      })
    },

    /** Another title, other words. The same again changes nothing. @throws Refusal as `make`, and `theme-gone` */
    async change(actor: Actor, id: string, typed: TypedTheme): Promise<void> {
      permit(THEME_PERMISSIONS.change, actor.role)
      const { axis } = typed
      await transact(async tx => {
        const kept = await themes(tx).of(axis)
        const all = boardThemes(declaredOn(axis), kept)
        const before = requireTheme(all, id)
        const others = all.filter(theme => theme.id !== id)
        const after = { title: themeTitle(typed.title), words: themeWords(typed.words, others) }
        if (before.title === after.title && before.words.join('\n') === after.words.join('\n')) return
        await write(tx, { id, axis, ...after }, kept)
        await audit(tx, actor, THEME_PERMISSIONS.change.act, id)
      })
    },

    /**
     * Puts all ideas and words of a theme under another, and takes it off the board. Not undone: which ideas came from where
     * is not kept. @throws Refusal `role-needed`, `theme-gone`, `theme-words-many`
     */
    async join(actor: Actor, axis: string, id: string, into: string): Promise<void> {
      permit(THEME_PERMISSIONS.join, actor.role)
      await transact(async tx => {
        const kept = await themes(tx).of(axis)
        const all = boardThemes(declaredOn(axis), kept)
        const [gone, stays] = [requireTheme(all, id), requireTheme(all, into)]
        if (id === into) throw new Refusal('malformed')
        const others = all.filter(theme => theme.id !== id && theme.id !== into)
        const words = themeWords([...stays.words, ...gone.words], others)
        const now = clock.now()
        const madeAt = kept.find(theme => theme.id === id)?.madeAt ?? now
        await themes(tx).put({ ...gone, axis, madeAt, removedAt: now })
        await write(tx, { ...stays, words }, kept)
        await placements(tx).moveAll(id, into)
        await audit(tx, actor, THEME_PERMISSIONS.join.act, id)
      })
    },

    /**
     * Takes a theme off the board, or puts it back with its ideas. Once done, the same again changes nothing.
     * @returns how many ideas stand under it, which are to be put elsewhere while it is off
     * @throws Refusal `role-needed`, `theme-gone`, `themes-full`
     */
    async remove(actor: Actor, axis: string, id: string, removed: boolean): Promise<number> {
      permit(THEME_PERMISSIONS.remove, actor.role)
      return transact(async tx => {
        const kept = await themes(tx).of(axis)
        const all = boardThemes(declaredOn(axis), kept)
        const known = kept.find(theme => theme.id === id)
        const found = all.find(theme => theme.id === id) ?? known
        if (!found) throw new Refusal('theme-gone')
        const isRemoved = known?.removedAt !== undefined
        if (isRemoved !== removed) {
          if (!removed && all.length >= MOST_ON_BOARD)
            throw new Refusal('themes-full', { max: MOST_ON_BOARD })
          const { title, words } = found
          const now = clock.now()
          const put = { id, axis, title, words, madeAt: known?.madeAt ?? now }
          await themes(tx).put(removed ? { ...put, removedAt: now } : put)
          await readAgain(tx, axis)
          await audit(tx, actor, removed ? THEME_PERMISSIONS.remove.act : RESTORED, id)
        }
        const counts = await placements(tx).counts(axis)
        return counts.filter(({ theme }) => theme === id).reduce((sum, { count }) => sum + count, 0)
      })
    },
  }
}
