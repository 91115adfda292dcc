import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { SeatStore } from '../seats/waiting-list-usecases.ts'
import { requireFound, type Workshop } from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { ATTENDEE_PERMISSIONS } from './domain.ts'
import { checkNeed, NEEDS_KEPT, type Need, needOf } from './needs.ts'

export type NeedStore = {
  readonly find: (workshop: string, person: string) => Promise<string | undefined>
  /** Replaces the person's former text. */
  readonly put: (need: Need) => Promise<void>
  readonly remove: (workshop: string, person: string) => Promise<void>
  /** Moves the person's text from one workshop to another, unless they wrote one there. */
  readonly move: (from: string, to: string, person: string) => Promise<void>
  /** Texts of people with a seat or on the waiting list, by person, from just after `after`. */
  readonly page: (workshop: string, limit: number, after?: string) => Promise<readonly Need[]>
  /** Deletes texts for workshops that ended by `before` (milliseconds), and of people who will not come. */
  readonly forget: (before: number) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'find'>
  readonly needs: (tx: Tx) => NeedStore
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly clock: Clock
  readonly people: Pick<PeopleUsecases, 'names'>
}

/** A workshop with the person's own text; '' for none. */
export type MyNeed = { readonly workshop: Workshop; readonly text: string }
/** A participant's text, for organisers. */
type NamedNeed = { readonly person: string; readonly name: string; readonly text: string }
type NeedsPage = { readonly items: readonly NamedNeed[]; readonly next?: string }

export type NeedUsecases = ReturnType<typeof needUsecases>

export function needUsecases({ store, seats, needs, transact, read, audit, clock, people }: Parts) {
  async function checked(tx: Tx, actor: Actor, id: string): Promise<Workshop> {
    const workshop = requireFound(await store(tx).find(id))
    const given = await seats(tx).find(id, actor.id)
    checkNeed(workshop, given?.answer, clock.now())
    return workshop
  }

  return {
    /** @throws Refusal `role-needed`, `gone`, and those of `checkNeed` */
    mine(actor: Actor, id: string): Promise<MyNeed> {
      permit(ATTENDEE_PERMISSIONS.sayNeeds, actor.role)
      return read(async tx => {
        const workshop = await checked(tx, actor, id)
        return { workshop, text: (await needs(tx).find(id, actor.id)) ?? '' }
      })
    },

    /** Sets the person's text; '' deletes it. @throws Refusal as `mine` and `needOf` do */
    say(actor: Actor, id: string, typed: string): Promise<MyNeed> {
      permit(ATTENDEE_PERMISSIONS.sayNeeds, actor.role)
      const text = needOf(typed)
      return transact(async tx => {
        const workshop = await checked(tx, actor, id)
        if (text === '') await needs(tx).remove(id, actor.id)
        else await needs(tx).put({ workshop: id, person: actor.id, text, at: clock.now() })
        return { workshop, text }
      })
    },

    /**
     * A page of texts with names, for organisers; the first page writes to the audit log.
     * @throws Refusal `role-needed`, `gone`
     */
    async read(actor: Actor, id: string, limit: number, after?: string): Promise<NeedsPage> {
      permit(ATTENDEE_PERMISSIONS.readNeeds, actor.role)
      const found = await transact(async tx => {
        requireFound(await store(tx).find(id))
        if (after === undefined) await audit(tx, actor, ATTENDEE_PERMISSIONS.readNeeds.act, id)
        return needs(tx).page(id, limit + 1, after)
      })
      const items = found.slice(0, limit)
      const names = await people.names(items.map(({ person }) => person))
      const named = items.map(({ person, text }) => ({ person, name: names.get(person) ?? '', text }))
      const last = items.at(-1)
      return { items: named, ...(found.length > limit && last && { next: last.person }) }
    },

    /** Retention: deletes needs that have served their purpose. */
    forget: (): Promise<void> => transact(tx => needs(tx).forget(clock.now() - NEEDS_KEPT)),
  }
}
