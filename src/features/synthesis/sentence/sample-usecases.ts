import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { BoardUsecases, CountedBoard } from '../../themes/index.ts'
import { SYNTHESIS_PERMISSIONS } from './domain.ts'
import type { IdeaToJudge, SampleStore } from './rows.ts'
import { drawn, SAMPLE_SIZE, type SampleReading, sampleReading, wordsMark } from './sample.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis'>
  readonly samples: (tx: Tx) => SampleStore
  readonly boards: Pick<BoardUsecases, 'counted' | 'themesIn'>
  readonly read: Transact
  readonly transact: Transact
  readonly audit: Audit
  readonly clock: Clock
  /** Random number in [0, 1). */
  readonly lot: () => number
}

export type SampleUsecases = ReturnType<typeof sampleUsecases>

/** While one is under way ideas move: what was drawn before is of a board that is no more. */
const ranAt = ({ run }: CountedBoard) => (run?.state === 'running' ? Number.POSITIVE_INFINITY : run?.at)

/** Reading, by people, of some of what words have placed, chosen at random. */
export function sampleUsecases(parts: Parts) {
  const { programme, samples, boards, read, transact, audit, clock, lot } = parts

  async function reading(tx: Tx, board: CountedBoard): Promise<SampleReading> {
    const { placed, byHand, alone } = board.coverage
    return sampleReading({
      draw: await samples(tx).draw(board.axis),
      sampled: await samples(tx).sampled(board.axis),
      words: wordsMark(board.themes),
      // Of those under a theme: all that stand alone do so by a hand.
      placed: placed - (byHand - alone),
      ranAt: ranAt(board),
    })
  }

  /** The unread first. */
  const inTurn = (idea: IdeaToJudge) => ({ ...idea, at: idea.right === undefined ? 0 : 1 })

  return {
    reading,

    /**
     * Draws what is to be read, once: again only where words have placed anew since.
     * @throws Refusal `role-needed`, `gone`
     */
    async draw(actor: Actor, axis: string): Promise<void> {
      permit(SYNTHESIS_PERMISSIONS.draw, actor.role)
      if (!programme.axis(axis)) throw new Refusal('gone')
      await transact(async tx => {
        const board = await boards.counted(tx, axis)
        const { state } = await reading(tx, board)
        if (state !== 'to-draw' && state !== 'stale') return
        const placed = await samples(tx).placedByWords(
          axis,
          board.themes.map(({ id }) => id),
        )
        const draw = { at: clock.now(), words: wordsMark(board.themes), of: placed.length }
        await samples(tx).put(axis, draw, drawn(placed, SAMPLE_SIZE, lot))
        await audit(tx, actor, SYNTHESIS_PERMISSIONS.draw.act, axis)
      })
    },

    /**
     * Says of one whether it is where it belongs. Moved by a hand afterwards, it counts as it was drawn.
     * @throws Refusal `role-needed`, `gone`
     */
    async judge(actor: Actor, axis: string, idea: string, right: boolean): Promise<void> {
      permit(SYNTHESIS_PERMISSIONS.judge, actor.role)
      await transact(async tx => {
        const found = (await samples(tx).toRead(axis)).find(({ id }) => id === idea)
        if (!found) throw new Refusal('gone')
        if (found.right === right) return
        await samples(tx).judge(axis, idea, right)
        await audit(tx, actor, SYNTHESIS_PERMISSIONS.judge.act, idea)
      })
    },

    /** A page of it, the unread first. @throws Refusal `role-needed`, `gone`, `malformed` */
    async list(actor: Actor, axis: string, limit: number, after?: string) {
      permit(SYNTHESIS_PERMISSIONS.read, actor.role)
      if (!programme.axis(axis)) throw new Refusal('gone')
      const from = after === undefined ? { at: 0, id: '' } : parseCursor(after)
      return read(async tx => {
        const titles = new Map((await boards.themesIn(tx, axis)).map(({ id, title }) => [id, title]))
        const all = (await samples(tx).toRead(axis)).map(inTurn)
        const left = all
          .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
          .filter(({ at, id }) => at > from.at || (at === from.at && id > from.id))
        const { items, ...rest } = pageOf(left, limit)
        return {
          items: items.map(each => ({ ...each, theme: titles.get(each.theme) ?? each.theme })),
          ...rest,
        }
      })
    },
  }
}
