import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { BoardUsecases } from './board-usecases.ts'
import { type Placement, THEME_PERMISSIONS, type ThemeStance } from './domain.ts'
import { placeOf, soughtOf } from './placing.ts'
import type { PlacementStore } from './rows.ts'

type Parts = {
  readonly placements: (tx: Tx) => Pick<PlacementStore, 'idea' | 'put'>
  readonly themesIn: BoardUsecases['themesIn']
  readonly transact: Transact
  readonly audit: Audit
}

/** Where a hand puts an idea: under a theme, under none, or back to where its words put it. */
export type IdeaMove =
  | { readonly to: 'theme'; readonly theme: string; readonly stance?: ThemeStance }
  | { readonly to: 'alone' }
  | { readonly to: 'words' }

const isSame = (one: Placement | undefined, other: Placement) =>
  one?.theme === other.theme && one?.placed === other.placed && one?.stance === other.stance

export type PlacementUsecases = ReturnType<typeof placementUsecases>

/** One idea, put by hand: no run moves it after that. */
export function placementUsecases({ placements, themesIn, transact, audit }: Parts) {
  async function placementOf(tx: Tx, axis: string, text: string, move: IdeaMove): Promise<Placement> {
    const all = await themesIn(tx, axis)
    if (move.to === 'alone') return { placed: 'hand' }
    if (move.to === 'words') {
      const theme = placeOf(all.map(soughtOf), text)
      return { placed: 'words', ...(theme !== undefined && { theme }) }
    }
    const { theme, stance } = move
    if (!all.some(({ id }) => id === theme)) throw new Refusal('theme-gone')
    return { theme, placed: 'hand', ...(stance !== undefined && { stance }) }
  }

  return {
    /**
     * The same again changes nothing.
     * @throws Refusal `role-needed`, `theme-gone`; `gone` where the idea is not on the board of the axis, or no more
     */
    async move(actor: Actor, axis: string, id: string, move: IdeaMove): Promise<void> {
      permit(THEME_PERMISSIONS.move, actor.role)
      await transact(async tx => {
        const idea = await placements(tx).idea(axis, id)
        if (!idea) throw new Refusal('gone')
        const placement = await placementOf(tx, axis, idea.text, move)
        if (isSame(idea.placement, placement)) return
        await placements(tx).put(idea, placement)
        await audit(tx, actor, THEME_PERMISSIONS.move.act, id)
      })
    },
  }
}
