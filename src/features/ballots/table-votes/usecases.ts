import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { cleanLine, fingerprint } from '../../../kernel/text/text.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { BallotStore } from '../ballot/context-usecases.ts'
import { type Ballot, type BallotResult, stageOf } from '../ballot/domain.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import { draftOf, fitting } from '../drafting/domain.ts'
import type { LifecycleUsecases } from '../lifecycle/usecases.ts'
import { TABLE_VOTE_PERMISSIONS, tableAudience, tableEnd, tableVotesWithin } from './domain.ts'

type Parts = {
  readonly ideas: Pick<IdeaUsecases, 'harvesting' | 'ofTable'>
  /** The question put to a table, in the programme's language. */
  readonly tableQuestion: (table: string) => string
  readonly clock: Clock
  readonly store: (tx: Tx) => Pick<BallotStore, 'lastFor'>
  readonly read: Transact
  readonly openDraft: LifecycleUsecases['openDraft']
  readonly show: ShowUsecases['show']
}

export type TableVoteUsecases = ReturnType<typeof tableVoteUsecases>

/** A table's vote; `asked`: number of ideas in it, of `all`. */
export type TableVote = { readonly ballot: BallotResult; readonly asked: number; readonly all: number }

const NOWHERE = { channels: [], unbound: [], shut: [] }

/** Idempotency key of the table's next vote, the same on every device: there is one vote at a time. */
function nextVote(workshop: string, table: string, last: Ballot | undefined): IdempotencyKey {
  return { key: `table-vote:${fingerprint(workshop, table, last?.id ?? '')}`, forMs: 90 * DAY }
}

/** « Faire voter la table »: a vote by points on the ideas of one table. */
export function tableVoteUsecases(parts: Parts) {
  const { ideas, tableQuestion, clock, store, read, openDraft, show } = parts

  async function mayVote(actor: Actor, workshop: string) {
    const at = await ideas.harvesting(actor, workshop)
    permit(TABLE_VOTE_PERMISSIONS.openTable, actor.role)
    return at
  }

  type Found = Awaited<ReturnType<Parts['ideas']['ofTable']>>

  const asTableVote = (ballot: BallotResult, found: Found): TableVote => ({
    ballot,
    asked: ballot.options.length,
    all: Math.max(found.length, ballot.options.length),
  })

  const lastOf = (at: Parameters<typeof tableVotesWithin>[0], workshop: string, table: string) =>
    read(tx => store(tx).lastFor(tableAudience(workshop, table), tableVotesWithin(at)))

  function draft(found: Found, endsAt: number, workshop: string, table: string) {
    const options = fitting(
      found.map(({ id, text, axis }) => ({ title: text, idea: id, ...(axis !== undefined && { axis }) })),
    )
    const now = clock.now()
    const asked = { question: tableQuestion(table), ideas: options, lines: '', kind: 'dots' } as const
    const audience = tableAudience(workshop, table)
    return draftOf({ ...asked, closesAt: tableEnd(endsAt, now), audience }, now)
  }

  return {
    /**
     * Opens at once a vote by points on the ideas of one table, for who has a seat in the workshop, once for all `keys`: the
     * most supported first, then the newest, as many as a ballot takes. It is announced in no channel. While one of that
     * table runs, it is that one.
     * @throws Refusal `gone`, `role-needed`, `harvest-not-yours`, `workshop-not-begun`, `harvest-over`, `table-missing`,
     * `options-few`
     */
    async openTable(
      actor: Actor,
      workshop: string,
      typed: string,
      keys: readonly IdempotencyKey[],
    ): Promise<TableVote> {
      const at = await mayVote(actor, workshop)
      const table = cleanLine(typed)
      if (table === '') throw new Refusal('table-missing')
      const found = await ideas.ofTable(workshop, table)
      const last = await lastOf(at, workshop, table)
      if (last && stageOf(last, clock.now()) === 'open') return asTableVote(await show(actor, last.id), found)
      const wanted = { draft: draft(found, at.endsAt, workshop, table), targets: NOWHERE }
      const { act } = TABLE_VOTE_PERMISSIONS.openTable
      const next = nextVote(workshop, table, last)
      return asTableVote(await openDraft(actor, { ...wanted, act }, keys, next), found)
    },

    /**
     * The vote of one table that runs, or else the last that ended.
     * @throws Refusal `gone`, `role-needed`, `harvest-not-yours`, `workshop-not-begun`, `harvest-over`
     */
    async tableVote(actor: Actor, workshop: string, typed: string): Promise<TableVote | undefined> {
      const at = await mayVote(actor, workshop)
      const table = cleanLine(typed)
      const last = table === '' ? undefined : await lastOf(at, workshop, table)
      return last && asTableVote(await show(actor, last.id), await ideas.ofTable(workshop, table))
    },
  }
}
