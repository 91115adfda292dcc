import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { SeatStore } from '../seats/waiting-list-usecases.ts'
import { isAhead, requireFound, seenAt, type WorkshopSeen } from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { ATTENDEE_PERMISSIONS, checkComes, type Visit } from './domain.ts'
import type { NeedStore } from './needs-usecases.ts'

export type VisitStore = {
  readonly isShown: (workshop: string, person: string) => Promise<boolean>
  readonly setShown: (workshop: string, person: string, shown: boolean) => Promise<void>
  /** Ids of people with a seat who consented to be named, without `except`, from just after `after`. */
  readonly shown: (
    workshop: string,
    except: string,
    limit: number,
    after?: string,
  ) => Promise<readonly string[]>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'find'>
  readonly visits: (tx: Tx) => VisitStore
  readonly needs: (tx: Tx) => Pick<NeedStore, 'find'>
  /** Table of somebody with a seat, once tables are shown. */
  readonly tableOf: (tx: Tx, workshop: string, person: string) => Promise<number | undefined>
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly people: Pick<PeopleUsecases, 'names'>
}

/** A page of names. */
type Page = { readonly limit: number; readonly after?: string | undefined }

export type VisitUsecases = ReturnType<typeof visitUsecases>

export function visitUsecases(parts: Parts) {
  const { store, seats, visits, needs, tableOf, transact, read, clock, people } = parts

  async function answerOf(tx: Tx, actor: Actor, id: string) {
    return (await seats(tx).find(id, actor.id))?.answer
  }

  /** Ids of people to be named, one more than `limit` when others follow. */
  async function others(tx: Tx, actor: Actor, { id, mine, stage }: WorkshopSeen, { limit, after }: Page) {
    if (mine !== 'yes' || !isAhead(stage)) return []
    return visits(tx).shown(id, actor.id, limit + 1, after)
  }

  async function named(ids: readonly string[], { language }: Actor): Promise<readonly string[]> {
    const names = await people.names(ids)
    const known = ids.flatMap(id => names.get(id) || [])
    return known.sort(new Intl.Collator(language).compare)
  }

  async function prepare(actor: Actor, id: string, page: Page): Promise<Visit> {
    permit(ATTENDEE_PERMISSIONS.prepare, actor.role)
    const { found, ...visit } = await read(async tx => {
      const mine = await answerOf(tx, actor, id)
      const workshop = seenAt(requireFound(await store(tx).find(id)), clock.now(), mine)
      checkComes(mine)
      const table = mine === 'yes' ? await tableOf(tx, id, actor.id) : undefined
      return {
        workshop,
        shown: await visits(tx).isShown(id, actor.id),
        need: (await needs(tx).find(id, actor.id)) ?? '',
        ...(table !== undefined && { table }),
        found: await others(tx, actor, workshop, page),
      }
    })
    const ids = found.slice(0, page.limit)
    const next = found.length > page.limit ? ids.at(-1) : undefined
    return { ...visit, names: await named(ids, actor), ...(next !== undefined && { next }) }
  }

  return {
    /** The page before coming, with at most 100 names. @throws Refusal `role-needed`, `gone`, `seat-needed` */
    prepare,

    /**
     * Gives or withdraws the consent to show one's name; can be withdrawn at any time, also without a seat.
     * @throws Refusal `role-needed`, `gone`, `seat-needed`
     */
    showName(actor: Actor, id: string, shown: boolean): Promise<void> {
      permit(ATTENDEE_PERMISSIONS.showName, actor.role)
      return transact(async tx => {
        requireFound(await store(tx).find(id))
        if (shown) checkComes(await answerOf(tx, actor, id))
        await visits(tx).setShown(id, actor.id, shown)
      })
    },
  }
}
