import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { OnceKey } from '../../kernel/once.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import { type BallotResult, PERMISSIONS } from './domain.ts'
import { draftOf, fitting } from './draft.ts'
import type { OpenDraft } from './opening-usecases.ts'
import { tableEnd } from './table.ts'

export type TableParts = {
  readonly ideas: Pick<IdeaUsecases, 'harvesting' | 'ofTable'>
  /** What a table is asked, in the programme's language. */
  readonly tableQuestion: (table: string) => string
}
type Parts = TableParts & { readonly clock: Clock; readonly openDraft: OpenDraft }

export type TableUsecases = ReturnType<typeof tableUsecases>

/** A table's vote, and of how many ideas it asks about how many. */
export type TableVote = { readonly ballot: BallotResult; readonly asked: number; readonly all: number }

const NOWHERE = { channels: [], unbound: [], shut: [] }

/** « Faire voter la table » */
export function tableUsecases({ ideas, tableQuestion, clock, openDraft }: Parts) {
  return {
    /**
     * Opens at once a vote by points on the ideas of one table, for who has a seat in the workshop, once for all `keys`: the
     * most supported first, then the newest, as many as a ballot takes. It is announced in no channel.
     * @throws Refusal `gone`, `role-needed`, `harvest-not-yours`, `workshop-not-begun`, `harvest-over`, `table-missing`,
     * `options-few`
     */
    async openTable(
      actor: Actor,
      workshop: string,
      table: string,
      keys: readonly OnceKey[],
    ): Promise<TableVote> {
      const { endsAt } = await ideas.harvesting(actor, workshop)
      permit(PERMISSIONS.openTable, actor.role)
      if (table === '') throw new Refusal('table-missing')
      const found = await ideas.ofTable(workshop, table)
      const options = fitting(
        found.map(({ id, text, axis }) => ({ title: text, idea: id, ...(axis !== undefined && { axis }) })),
      )
      const now = clock.now()
      const draft = draftOf(
        {
          question: tableQuestion(table),
          ideas: options,
          lines: '',
          closesAt: tableEnd(endsAt, now),
          kind: 'dots',
          audience: { kind: 'workshop', workshop },
        },
        now,
      )
      const { act } = PERMISSIONS.openTable
      const ballot = await openDraft(actor, { draft, targets: NOWHERE, act }, keys)
      return { ballot, asked: ballot.options.length, all: found.length }
    },
  }
}
