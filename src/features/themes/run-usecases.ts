import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Fact, Note } from '../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { Programme } from '../programme/index.ts'
import type { BoardUsecases } from './board-usecases.ts'
import { THEME_PERMISSIONS } from './domain.ts'
import { placeOf, soughtOf } from './placing.ts'
import type { PlacementStore, RunStore } from './rows.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis' | 'axes'>
  readonly placements: (tx: Tx) => Pick<PlacementStore, 'batch' | 'putByWords'>
  readonly runs: (tx: Tx) => RunStore
  readonly themesIn: BoardUsecases['themesIn']
  readonly transact: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
}

/** Fact that has the next ideas of an axis read. */
export const PLACE = 'themes.place'
/** Ideas of one transaction: some ten milliseconds, during which nothing else runs. */
export const BATCH = 200
const START = { at: 0, id: '' }

/** One step waits at most; what is to be sent goes first. */
const stepFact = (axis: string): Fact => ({
  kind: PLACE,
  payload: { axis },
  mergeKey: `themes:${axis}`,
  bulk: true,
})

export type RunUsecases = ReturnType<typeof runUsecases>

/**
 * Puts all ideas of an axis by their words, a batch a transaction, each asked for by a fact: by the one process that
 * sends, between its messages, and on from where it was after a restart.
 */
export function runUsecases(parts: Parts) {
  const { programme, placements, runs, themesIn, transact, note, audit, clock } = parts
  return {
    /**
     * Begins a run, or goes on with one that was stopped. One that is under way is left alone.
     * @throws Refusal `role-needed`, `gone`
     */
    async start(actor: Actor, axis: string): Promise<void> {
      permit(THEME_PERMISSIONS.place, actor.role)
      if (!programme.axis(axis)) throw new Refusal('gone')
      await transact(async tx => {
        const last = await runs(tx).lock(axis)
        if (last?.state === 'running') return
        const from = last?.state === 'stopped' ? last : { after: START, ideas: 0 }
        const { after, ideas } = from
        await runs(tx).put({ axis, state: 'running', after, ideas, at: clock.now() })
        await note(tx, stepFact(axis))
        await audit(tx, actor, THEME_PERMISSIONS.place.act, axis)
      })
    },

    /** Stops a run after the batch under way; what it has put stays. @throws Refusal `role-needed` */
    async stop(actor: Actor, axis: string): Promise<void> {
      permit(THEME_PERMISSIONS.stop, actor.role)
      await transact(async tx => {
        const run = await runs(tx).lock(axis)
        if (run?.state !== 'running') return
        await runs(tx).put({ ...run, state: 'stopped', at: clock.now() })
        await audit(tx, actor, THEME_PERMISSIONS.stop.act, axis)
      })
    },

    /** At start: asks again for the runs that are under way, in case what asked for them was given up meanwhile. */
    async resume(): Promise<void> {
      await transact(async tx => {
        for (const { id } of programme.axes)
          if ((await runs(tx).find(id))?.state === 'running') await note(tx, stepFact(id))
      })
    },

    /** Reads the next ideas, and asks for those after them. */
    async goOn(axis: string): Promise<void> {
      await transact(async tx => {
        const run = await runs(tx).lock(axis)
        if (run?.state !== 'running') return
        const sought = (await themesIn(tx, axis)).map(soughtOf)
        const ideas = await placements(tx).batch(axis, BATCH, run.after)
        const free = ideas.filter(({ placement }) => placement?.placed !== 'hand')
        await placements(tx).putByWords(
          free.map(({ id, at, text }) => ({ id, at, theme: placeOf(sought, text) })),
        )
        const last = ideas.at(-1)
        const isOver = ideas.length < BATCH
        await runs(tx).put({
          axis,
          state: isOver ? 'done' : 'running',
          after: last ? { at: last.at, id: last.id } : run.after,
          ideas: run.ideas + ideas.length,
          at: isOver ? clock.now() : run.at,
        })
        if (!isOver) await note(tx, stepFact(axis))
      })
    },
  }
}
