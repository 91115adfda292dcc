import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { DoorUsecases, Workshop } from '../workshops/index.ts'
import { ATTENDANCE_PERMISSIONS, LATE } from './domain.ts'
import type { Came, RollStore } from './roll-usecases.ts'

/** Rows per statement. */
const PAGE = 500

type Parts = {
  readonly roll: (tx: Tx) => RollStore
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly clock: Clock
  readonly workshops: Pick<DoorUsecases, 'requireWorkshop' | 'ended'>
}

export type RegisterUsecases = ReturnType<typeof registerUsecases>

/** The final attendance register of a workshop, once its list is closed. */
export function registerUsecases({ roll, transact, read, audit, clock, workshops }: Parts) {
  async function all(tx: Tx, id: string): Promise<readonly Came[]> {
    const came: Came[] = []
    let after: Cursor | undefined
    for (;;) {
      const page = await roll(tx).came(id, PAGE, after)
      came.push(...page)
      const last = page.at(-1)
      if (page.length < PAGE || !last) return came
      after = { at: last.at, id: last.person }
    }
  }

  return {
    /** Workshops over for more than a day, the last first; for organisers. @throws Refusal `role-needed` */
    async past(actor: Actor, limit: number, after?: string) {
      permit(ATTENDANCE_PERMISSIONS.past, actor.role)
      if (actor.role !== 'organiser') return { items: [] }
      const from = after === undefined ? {} : { after: parseCursor(after) }
      const page = { before: clock.now() - LATE, limit: limit + 1, ...from }
      const found = await read(tx => workshops.ended(tx, page))
      return pageOf(
        found.map(workshop => ({ ...workshop, at: workshop.startsAt })),
        limit,
      )
    },

    /**
     * The attendance of a workshop for training records; writes to the audit log.
     * @throws Refusal `role-needed`, `gone`
     */
    register(
      actor: Actor,
      id: string,
    ): Promise<{ readonly workshop: Workshop; readonly came: readonly Came[] }> {
      permit(ATTENDANCE_PERMISSIONS.export, actor.role)
      return transact(async tx => {
        const workshop = await workshops.requireWorkshop(tx, id)
        if (workshop.state === 'draft') throw new Refusal('gone')
        await audit(tx, actor, ATTENDANCE_PERMISSIONS.export.act, id)
        return { workshop, came: await all(tx, id) }
      })
    },
  }
}
