import { open } from '../../../src/db/index.ts'
import type { Role } from '../../../src/kernel/access/role.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { ApiRoute } from '../../../src/kernel/requests/route.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import { callsOn, pressesOn, type Things } from '../../support/product/inputs.ts'
import { maelle } from '../../support/product/one-of-each.ts'
import type { Someone } from '../../support/product/stage.ts'
import { pressing } from '../walk/attempt.ts'
import { setGround } from '../walk/things.ts'
import type { Act } from './act.ts'
import { type Change, changesOf, copying, countedIds } from './copies.ts'

/** `said`: `done`, or the code of the refusal. */
export type Done = { readonly said: string; readonly changes: readonly Change[] }
/** What is done or said by a card, and in the tab. */
type Both<Outcome> = { readonly card: Outcome; readonly tab: Outcome }
export type Pair = Awaited<ReturnType<typeof setPair>>

/** People of one role, each of whom does one act by a card and in the tab. */
export async function setPair(role: Role) {
  const counter = countedIds()
  const ground = await setGround(role, counter.ids)
  const { database, delivery } = ground.stage.app
  // Facts of an act would otherwise run during the next one.
  await delivery.stop()
  const copies = copying(database)
  await copies.unlock()

  const begun = (workshop: string) =>
    database.transact(async tx => {
      const starts_at = ground.clock.now() - SECOND
      await open(tx).updateTable('workshop').set({ starts_at }).where('id', '=', workshop).execute()
    })

  const calling = (who: Someone, route: string, things: Things, call?: Act['call']) => {
    const [method, path = ''] = route.split(' ') as [ApiRoute['method'], string]
    return ground.call(who, method, path, call?.(things) ?? callsOn(things)[route])
  }

  /** Somebody new, with the thing and after all that comes before the act; the Lab does what they may not. */
  async function begin({ kind, whose, late, before = [] }: Act) {
    const beginning = await ground.begin({ kind, whose })
    const { me, things } = beginning
    if (late) await begun(things.workshop)
    for (const { route, call } of before)
      await calling(me, route, things, call).catch(error => {
        if (error instanceof Refusal) return calling(maelle, route, things, call)
        throw error
      })
    return beginning
  }
  type Begun = Awaited<ReturnType<typeof begin>>

  async function presses({ verb, press }: Act, beginning: Begun): Promise<string> {
    const { things, word } = beginning
    const way = { acts: [], on: [], data: () => ({ ...pressesOn(things)[verb], ...press?.(things, word) }) }
    return (await pressing(verb)(ground, beginning, way)).said
  }

  const calls = ({ route, call }: Act, { me, things }: Begun): Promise<string> =>
    calling(me, route, things, call).then(
      () => 'done',
      error => {
        if (error instanceof Refusal) return error.code
        throw error
      },
    )

  return {
    /** The same person does the act twice from the same start. */
    async both(act: Act): Promise<Both<Done>> {
      counter.scatter()
      const beginning = await begin(act)
      // The chat knows where somebody is once they have spoken there.
      await ground.stage.as(beginning.me).says('aide')
      const start = await copies.copy()

      const once = async (run: () => Promise<string>): Promise<Done> => {
        counter.count()
        const said = await run()
        const now = await copies.copy()
        await copies.restore(start, now)
        return { said, changes: changesOf(start, now) }
      }
      const card = await once(() => presses(act, beginning))
      return { card, tab: await once(() => calls(act, beginning)) }
    },

    /** What is said to one person at both doors where the first refuses, else to two with a thing each. */
    async said(act: Act): Promise<Both<string>> {
      counter.scatter()
      const beginning = await begin(act)
      const card = await presses(act, beginning)
      return { card, tab: await calls(act, card === 'done' ? await begin(act) : beginning) }
    },

    close: ground.close,
  }
}
