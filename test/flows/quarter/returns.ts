import { open } from '../../../src/db/index.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { callerOf } from '../../support/product/routes.ts'
import { LAB, type Member, type Stage } from './cast.ts'
import type { Dice } from './dice.ts'
import type { Ledger } from './ledger.ts'
import type { Standing } from './season.ts'

type Scene = { readonly dice: Dice; readonly standing: Standing; readonly ledger: Ledger }

/** Ideas that are talked of still. */
const RECENT = 40

/** What makes ideas move: colleagues support and comment some, take it back; the Lab' decides of a few, and somebody carries them. */
export async function touch(stage: Stage, { dice, standing, ledger }: Scene, members: readonly Member[]) {
  const at = stage.app.clock.now()
  const recent = standing.ideas.slice(-RECENT)
  const call = (actor: Member['actor']) => callerOf(stage.app.routes, actor)
  for (let n = 0; n < Math.ceil(members.length * 0.01); n++) {
    const [member, idea] = [dice.one(members), dice.one(recent)]
    const key = `${member?.actor.id} ${idea?.id}`
    // Whoever left one, or has more than their support on it, lets it be.
    if (!member || !idea || idea.author === member.actor.id || standing.touched.has(key)) continue
    const params = { id: idea.id }
    const luck = dice.next()
    const did = (kind: 'left') => ledger.deeds.push({ person: member.actor.id, at, kind, thing: idea.id })
    if (luck < 0.8)
      await call(member.actor)('put', '/ideas/:id/support', { params, body: { support: true } }).catch(
        () => {},
      )
    else if (luck < 0.9) {
      standing.touched.add(key)
      await call(member.actor)('post', '/ideas/:id/comments', {
        params,
        body: { nonce: randomIds.nonce(), text: 'Bonne idée' },
      }).catch(() => {})
    } else {
      standing.touched.add(key)
      await call(member.actor)('put', '/ideas/:id/support', { params, body: { support: false } }).catch(
        () => {},
      )
      did('left')
    }
  }
  const lab = await stage.app.people.greet({
    ...LAB,
    tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
    language: 'fr',
  })
  for (let n = 0; n < 3; n++) {
    const idea = dice.one(recent)
    if (!idea) continue
    const state = dice.one(['studied', 'retained', 'aside']) ?? 'studied'
    const body = { state, ...(state === 'aside' && { reason: 'Pas cette année' }) }
    await call(lab)('put', '/ideas/:id/state', { params: { id: idea.id }, body }).catch(() => {})
    const member = dice.one(members)
    if (!member) continue
    standing.touched.add(`${member.actor.id} ${idea.id}`)
    await call(member.actor)('post', '/initiatives', {
      body: { nonce: randomIds.nonce(), idea: idea.id },
    }).catch(() => {})
  }
}

/** Cards of what moved that were dropped, as nothing of them was so any more. */
export async function droppedReturns(stage: Stage): Promise<number> {
  const { count } = await stage.app.database.read(tx =>
    open(tx)
      .selectFrom('message')
      .select(({ fn }) => [fn.countAll<number>().as('count')])
      .where('teller', '=', 'returns')
      .where('state', '=', 'dropped')
      .executeTakeFirstOrThrow(),
  )
  return count
}
