import type { Actor } from '../../../src/kernel/access/actor.ts'
import { callerOf } from '../../support/product/routes.ts'
import type { Someone, setStage } from '../../support/product/stage.ts'
import type { Dice } from './dice.ts'

export type Stage = Awaited<ReturnType<typeof setStage>>

/** How somebody takes what the bot writes: acts on it, opens it now and then, or never looks. */
export type Habit = 'acts' | 'opens' | 'ignores'

export type Member = {
  readonly who: Someone
  readonly actor: Actor
  readonly habit: Habit
}

export const LAB: Someone = { objectId: 'lab', name: 'Maëlle Rivière' }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'

function habitOf(dice: Dice): Habit {
  const luck = dice.next()
  if (luck < 0.45) return 'acts'
  return luck < 0.65 ? 'opens' : 'ignores'
}

async function nameDeputy(stage: Stage, { actor }: Member, to: string): Promise<void> {
  const params = { id: actor.direction ?? '' }
  await callerOf(stage.app.routes, actor)('put', '/directions/:id/deputy', { params, body: { to } })
}

/** Everybody installs the app and says where they work; the first ones are pilots or their deputies, by Direction. */
export async function gather(stage: Stage, dice: Dice, agents: number, pilots: number): Promise<Member[]> {
  const { people, programme } = stage.app
  const members: Member[] = []
  for (let n = 0; n < agents + pilots; n++) {
    const who = { objectId: `agent-${n}`, name: `Agent ${n}` }
    await stage.as(who).installs('personal')
    const direction = programme.directions[n % programme.directions.length]?.id ?? ''
    const known = await people.greet({ ...who, tenant: TENANT, language: 'fr' })
    await people.chooseDirection(known, direction)
    const first = members[n - programme.directions.length]
    if (n < pilots && !first) await people.assignRole(known.id, 'pilot', [direction])
    if (n < pilots && first) await nameDeputy(stage, first, known.id)
    const actor = await people.greet({ ...who, tenant: TENANT, language: 'fr' })
    members.push({ who, actor, habit: habitOf(dice) })
  }
  return members
}
