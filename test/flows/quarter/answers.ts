import { dayAfter } from '../../../src/kernel/time/time-zone.ts'
import { callerOf } from '../../support/product/routes.ts'
import type { Member, Stage } from './cast.ts'
import type { Dice } from './dice.ts'
import type { Deed, Ledger, Told } from './ledger.ts'
import type { Standing } from './season.ts'

type Scene = {
  readonly stage: Stage
  readonly members: ReadonlyMap<string, Member>
  readonly dice: Dice
  readonly standing: Standing
  readonly ledger: Ledger
  readonly day: string
}

/** What a topic's own act ends, by the word under which it is known in the ledger. */
export const SUBJECT: Readonly<Record<string, string>> = {
  'workshop-soon': 'workshop',
  'workshop-tomorrow': 'workshop',
  'my-ballot-closing': 'ballot',
  'my-horizon': 'commitment',
  'ideas-waiting': 'idea',
}

/** Does what the message asks; false when it asks nothing that can be done by one call. */
async function act(
  { stage, standing, dice }: Scene,
  { actor }: Member,
  { topic, thing }: Told,
): Promise<boolean> {
  const call = callerOf(stage.app.routes, actor)
  const params = { id: thing }
  if (topic === 'workshop-soon' || topic === 'workshop-tomorrow')
    await call('put', '/workshops/:id/answer', { params, body: { answer: dice.next() < 0.7 ? 'yes' : 'no' } })
  else if (topic === 'my-ballot-closing') {
    const option = dice.one(standing.ballots.find(({ id }) => id === thing)?.options ?? [])
    await call('put', '/ballots/:id/vote', { params, body: { option } })
  } else if (topic === 'my-horizon')
    await call('post', '/commitments/:id/end', { params, body: { state: 'kept' } })
  else if (topic === 'ideas-waiting')
    await call('post', '/ideas/:id/answer', { params, body: { text: 'Merci, nous regardons.' } })
  else return false
  return true
}

/** One person's answer to one message, by their habit: most do nothing, some act, few want it later or never again. */
export async function answer(scene: Scene, told: Told): Promise<void> {
  const { stage, members, dice, ledger, day } = scene
  const member = members.get(told.person)
  if (!member || member.habit === 'ignores') return
  const { person, topic, thing, message, round } = told
  const note = (deed: Pick<Deed, 'kind'> & Partial<Deed>) =>
    void ledger.deeds.push({ person, at: stage.app.clock.now(), topic, thing, ...deed })
  const as = stage.as(member.who)
  const luck = dice.next()
  if (luck < 0.01) {
    await as.presses('messages.stop', { topic, message })
    note({ kind: 'opened' })
    return note({ kind: 'stopped' })
  }
  if (luck < 0.05) {
    await as.presses('messages.later', { message, round, day: dayAfter(day, 1) })
    note({ kind: 'opened' })
    return note({ kind: 'put off' })
  }
  if (member.habit === 'acts' && luck < 0.7) {
    const done = await act(scene, member, told).catch(() => false)
    const subject = SUBJECT[topic]
    if (done && subject !== undefined) return note({ kind: 'done', topic: subject })
  }
  if (luck < (member.habit === 'acts' ? 0.9 : 0.35)) {
    await as.presses('messages.why', { message, round })
    note({ kind: 'opened' })
  }
}

/** Once in a while somebody pauses, takes a weekday off or wants less. */
export async function wish({ stage, members, dice, ledger, day }: Scene): Promise<void> {
  for (const member of members.values()) {
    if (dice.next() >= 0.002) continue
    const as = stage.as(member.who)
    const from = stage.app.clock.now()
    const call = callerOf(stage.app.routes, member.actor)
    const before = ledger.wishes.get(member.actor.id) ?? { from }
    const which = dice.next()
    if (which < 0.5) {
      const until = dayAfter(day, 7 + dice.under(14))
      await as.presses('messages.pause', { until })
      ledger.wishes.set(member.actor.id, { ...before, from, pausedUntil: until })
    } else if (which < 0.75) {
      await call('put', '/me/messages', { body: { daysOff: ['wednesday'] } })
      ledger.wishes.set(member.actor.id, { ...before, from, dayOff: 3 })
    } else {
      await call('put', '/me/messages', { body: { perWeek: 1 } })
      ledger.wishes.set(member.actor.id, { ...before, from, perWeek: 1 })
    }
  }
}
