import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { type Cursor, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { WORKSHOP_PERMISSIONS } from '../workshop/domain.ts'
import { viewPage, type WorkshopStore, type WorkshopViews } from '../workshop/usecases.ts'
import type { RegistrationStore } from './usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'coming'>
  readonly registrations: (tx: Tx) => Pick<RegistrationStore, 'past'>
  readonly views: WorkshopViews
  readonly read: Transact
  readonly clock: Clock
}

/** Prefix of a cursor in the past part of an agenda. */
const PAST = 'past.'

/** @throws Refusal `malformed` */
function agendaCursor(after: string | undefined): { past: boolean; from: { after?: Cursor } } {
  if (after === undefined) return { past: false, from: {} }
  const past = after.startsWith(PAST)
  return { past, from: { after: parseCursor(past ? after.slice(PAST.length) : after) } }
}

export type AgendaUsecases = ReturnType<typeof agendaUsecases>

/** The workshops of one person. */
export function agendaUsecases({ store, registrations, views, read, clock }: Parts) {
  return {
    /**
     * Workshops to come and under way, then past ones that the person answered, facilitated or (`visited`) was checked
     * in to, the last first.
     */
    async agenda(actor: Actor, limit: number, after?: string, visited: readonly string[] = []) {
      permit(WORKSHOP_PERMISSIONS.read, actor.role)
      const { past, from } = agendaCursor(after)
      const page = { now: clock.now(), ...from }
      return read(async tx => {
        const ahead = past ? [] : await store(tx).coming({ ...page, limit: limit + 1 })
        const behind = {
          ...(past ? page : { now: page.now }),
          limit: limit + 1 - ahead.length,
          person: actor.id,
          visited,
        }
        const ended = behind.limit > 0 ? await registrations(tx).past(behind) : []
        const { items, next } = await viewPage(views, tx, actor, [...ahead, ...ended], limit)
        return { items, ...(next !== undefined && { next: ahead.length < limit ? PAST + next : next }) }
      })
    },
  }
}
