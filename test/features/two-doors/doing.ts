import { open } from '../../../src/db/index.ts'
import { SECOND } from '../../../src/kernel/clock.ts'
import type { Role } from '../../../src/kernel/permission.ts'
import { Refusal } from '../../../src/kernel/refusal.ts'
import type { ApiRoute } from '../../../src/kernel/route.ts'
import { callsOn, pressesOn } from '../../support/doors.ts'
import { maelle } from '../../support/one-of-each.ts'
import { pressing } from '../walk/attempt.ts'
import { setGround } from '../walk/things.ts'
import type { Act } from './acts.ts'
import { type Change, changesOf, copying, countedIds } from './copies.ts'

/** `said`: `done`, or the code of the refusal. */
export type Done = { readonly said: string; readonly changes: readonly Change[] }
export type Pair = Awaited<ReturnType<typeof setPair>>

/** People of one role, each of whom does one act twice from the same start: by a card, then in the tab. */
export async function setPair(role: Role) {
  const counter = countedIds()
  const ground = await setGround(role, counter.ids)
  const { database, delivery } = ground.stage.app
  // What follows from an act would be told in the middle of the next one.
  await delivery.stop()
  const copies = copying(database)
  await copies.unlock()

  const begun = (workshop: string) =>
    database.transact(async tx => {
      const starts_at = ground.clock.now() - SECOND
      await open(tx).updateTable('workshop').set({ starts_at }).where('id', '=', workshop).execute()
    })

  return {
    async both({
      verb,
      route,
      kind,
      whose,
      press,
      call,
      before,
      late,
    }: Act): Promise<{ card: Done; tab: Done }> {
      counter.scatter()
      const begin = await ground.begin({ kind, whose })
      const { me, things, word } = begin
      // The chat knows where somebody is once they have spoken there.
      await ground.stage.as(me).says('aide')
      if (late) await begun(things.workshop)
      for (const step of before ?? []) {
        const [method, path = ''] = step.route.split(' ') as [ApiRoute['method'], string]
        const who = step.by === 'lab' ? maelle : me
        await ground.call(who, method, path, step.call?.(things) ?? callsOn(things)[step.route])
      }
      const start = await copies.copy()

      const once = async (run: () => Promise<string>): Promise<Done> => {
        counter.count()
        const said = await run()
        const now = await copies.copy()
        await copies.restore(start, now)
        return { said, changes: changesOf(start, now) }
      }
      const way = { acts: [], on: [], data: () => ({ ...pressesOn(things)[verb], ...press?.(things, word) }) }
      const [method, path = ''] = route.split(' ') as [ApiRoute['method'], string]
      const card = await once(async () => (await pressing(verb)(ground, begin, way)).said)
      const tab = await once(() =>
        ground.call(me, method, path, call?.(things) ?? callsOn(things)[route]).then(
          () => 'done',
          error => {
            if (error instanceof Refusal) return error.code
            throw error
          },
        ),
      )
      return { card, tab }
    },
    close: ground.close,
  }
}
