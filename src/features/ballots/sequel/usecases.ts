import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { StepSubject } from '../../next-steps/index.ts'
import { type BallotStore, requireFound } from '../ballot/context-usecases.ts'
import { type Ballot, type BallotResult, hasResult } from '../ballot/domain.ts'
import { isSaid, type KeptSequel, sequelFact, settledUntil, UNDO_TIME } from '../ballot/sequel.ts'
import type { SequelReads } from '../ballot/sequel-usecases.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import { ballotSubjectOf, SEQUEL_PERMISSIONS, wordOf } from './domain.ts'

/** A ballot of which nobody has said yet what follows. `due`: by which day, `YYYY-MM-DD`; `late`: that is over. */
export type AwaitedBallot = Pick<Ballot, 'id' | 'question'> & { readonly due: string; readonly late: boolean }

export type SequelStore = {
  /** Those of which nobody has said what follows, the first to be said first. */
  readonly awaited: (limit: number) => Promise<readonly Omit<AwaitedBallot, 'late'>[]>
  readonly countAwaited: () => Promise<number>
  /** Ids of those that ended and had one of `ideas` as an option, the last first. */
  readonly askingOf: (ideas: readonly string[], limit: number) => Promise<readonly string[]>
  /** Ids of those that asked the people of a workshop, and of which nobody has said what follows. */
  readonly awaitedAt: (workshop: string, limit: number) => Promise<readonly string[]>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'find' | 'lock' | 'setSequel'>
  readonly sequelStore: (tx: Tx) => SequelStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly zone: string
  readonly sequels: Pick<SequelReads, 'settles'>
  readonly ideas: Pick<IdeaUsecases, 'posted'>
  readonly show: ShowUsecases['show']
}

export type SequelUsecases = ReturnType<typeof sequelUsecases>

/** Listed at once; ballots that asked about one idea. */
const MANY = 20
/** Votes at one workshop: of the room, and of each table. */
const AT_ONE = 100

/** Whether nothing follows, and why: '' in a room. */
type Settling = { readonly none: boolean; readonly word: string }

/** What follows of a result: still to be said, said, or nothing. */
export function sequelUsecases(parts: Parts) {
  const { store, sequelStore, transact, read, note, audit, clock, zone, sequels, ideas, show } = parts

  async function none(tx: Tx, actor: Actor, ballot: Ballot, typed: string): Promise<void> {
    const { id, sequel } = ballot
    if (sequel?.state === 'none') return
    if (sequel?.state === 'said') throw new Refusal('sequel-said')
    const word = wordOf(ballot, typed)
    const noneAt = clock.now()
    await store(tx).setSequel(id, {
      state: 'none',
      noneAt,
      ...(sequel?.due !== undefined && { due: sequel.due }),
      ...(word !== undefined && { word }),
    })
    await note(tx, sequelFact(id, 'none', noneAt + UNDO_TIME))
    await audit(tx, actor, SEQUEL_PERMISSIONS.settle.act, id)
  }

  async function takeBack(tx: Tx, actor: Actor, { id, sequel }: Ballot): Promise<void> {
    if (sequel?.state !== 'none') return
    if (settledUntil(sequel, clock.now()) === undefined) throw new Refusal('undo-over')
    const { due } = sequel
    await store(tx).setSequel(id, due === undefined ? undefined : { state: 'awaited', due })
    await audit(tx, actor, SEQUEL_PERMISSIONS.settle.act, inDetail(id, 'undone'))
  }

  /** Where it stands once steps are written, or no longer there to be read. */
  function movedOn(kept: KeptSequel, written: boolean): KeptSequel {
    if (written) return { ...kept, state: 'said' }
    return { ...kept, state: kept.noneAt === undefined ? 'awaited' : 'none' }
  }

  return {
    /**
     * Says that nothing follows, or takes that back; said twice, once.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `step-early`, `sequel-said`, `empty-text`, `too-long`, `undo-over`
     */
    async settle(actor: Actor, id: string, wanted: Settling): Promise<BallotResult> {
      permit(SEQUEL_PERMISSIONS.settle, actor.role, 'own')
      await transact(async tx => {
        const ballot = requireFound(await store(tx).lock(id))
        permit(SEQUEL_PERMISSIONS.settle, actor.role, sequels.settles(actor, ballot) ? 'own' : 'others')
        if (!hasResult(ballot, clock.now())) throw new Refusal('step-early')
        await (wanted.none ? none(tx, actor, ballot, wanted.word) : takeBack(tx, actor, ballot))
      })
      return show(actor, id)
    },

    /** Keeps whether it is said, as it is drawn: what is still to be said is listed by that. */
    async keep({ id, sequel, follows }: Pick<BallotResult, 'id' | 'sequel' | 'follows'>): Promise<void> {
      const written = isSaid(follows)
      if (!sequel || (sequel.state === 'said') === written) return
      await transact(async tx => {
        const kept = (await store(tx).lock(id))?.sequel
        if (kept && (kept.state === 'said') !== written) await store(tx).setSequel(id, movedOn(kept, written))
      })
    },

    /** Those of which nobody has said what follows, and how many: for organisers. @throws Refusal `role-needed` */
    async awaited(
      actor: Actor,
    ): Promise<{ readonly count: number; readonly items: readonly AwaitedBallot[] }> {
      permit(SEQUEL_PERMISSIONS.awaited, actor.role)
      const today = dateIn(clock.now(), zone)
      const [found, count] = await read(async tx => {
        const { awaited, countAwaited } = sequelStore(tx)
        return [await awaited(MANY), await countAwaited()] as const
      })
      const items = found.map(each => ({ ...each, late: each.due < today }))
      return { count, items }
    },

    /** What it is to the steps that follow of it. */
    async stepSubject(tx: Tx, id: string): Promise<StepSubject | undefined> {
      const ballot = await store(tx).find(id)
      return ballot && ballotSubjectOf(ballot, clock.now())
    },

    /** Ids of votes at a workshop of which nobody has said what follows. */
    awaitedAt: (workshop: string): Promise<readonly string[]> =>
      read(tx => sequelStore(tx).awaitedAt(workshop, AT_ONE)),

    /** Ids of ended ballots that show what follows of an idea: they asked about it, or about one merged with it. */
    async showing(idea: string): Promise<readonly string[]> {
      const found = await ideas.posted(idea)
      const lead = found?.root === undefined ? found : await ideas.posted(found.root)
      if (!lead) return []
      const asked = [lead.id, ...(lead.joined ?? []).map(({ id }) => id)]
      return read(tx => sequelStore(tx).askingOf(asked, MANY))
    },
  }
}
