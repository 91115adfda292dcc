import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { dayAfter } from '../../../src/kernel/time/time-zone.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL } from '../../support/product/stage.ts'
import { LAB, type Member, type Stage } from './cast.ts'
import type { Dice } from './dice.ts'
import type { Ledger } from './ledger.ts'

/** What stands in the programme: what people can act on. */
export type Standing = {
  readonly workshops: { readonly id: string; readonly day: string }[]
  readonly ballots: { readonly id: string; readonly options: readonly string[]; readonly until: string }[]
  /** Published ideas, the newest last. `author`: cannot take their support back. */
  readonly ideas: { readonly id: string; readonly author: string }[]
  /** « person idea » of whoever left one, commented it or carries it. */
  readonly touched: Set<string>
  readonly commitments: { readonly id: string; readonly person: string; readonly horizon: string }[]
}

const AXES = ['transitions', 'territoires', 'usager', 'employeur']

function weekday(day: string): number {
  return new Date(day).getUTCDay()
}

/** The Lab' announces a workshop each Tuesday and Thursday for a fortnight later, and opens a ballot every third Monday. */
export async function organise(stage: Stage, standing: Standing, day: string, week: number): Promise<void> {
  const as = stage.as(LAB)
  if ([2, 4].includes(weekday(day))) {
    const date = dayAfter(day, 14)
    const place = {
      title: `Atelier du ${date}`,
      axis: 'equipe',
      start: '14:00',
      end: '16:00',
      place: 'Albi',
      seats: '60',
    }
    const form = { ...place, date, channel: CHANNEL, nonce: randomIds.nonce() }
    const { card } = await as.presses('workshops.publish', form)
    standing.workshops.push({ id: String((card.data as { id: string }).id), day: date })
  }
  if (weekday(day) === 1 && week % 3 === 1) {
    const until = dayAfter(day, 10)
    const form = {
      question: `Que tester ${day} ?`,
      ideas: '',
      options: 'Le calme\nLes vélos',
      date: until,
      time: '18:00',
    }
    await as.presses('ballots.open', { ...form, channel: CHANNEL, directions: '', nonce: randomIds.nonce() })
    const lab = await stage.app.people.greet({
      ...LAB,
      tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
      language: 'fr',
    })
    type Listed = { items: { id: string; options: { id: string }[] }[] }
    const { items } = await callerOf(stage.app.routes, lab)<Listed>('get', '/ballots')
    const opened = items.find(({ id }) => !standing.ballots.some(ballot => ballot.id === id))
    if (opened) standing.ballots.push({ id: opened.id, options: opened.options.map(({ id }) => id), until })
  }
}

/** What people do by themselves on one day: a few ideas, commitments, seats and votes. */
export async function live(
  stage: Stage,
  {
    members,
    dice,
    standing,
    ledger,
    day,
  }: { members: readonly Member[]; dice: Dice; standing: Standing; ledger: Ledger; day: string },
): Promise<void> {
  const at = stage.app.clock.now()
  const some = (share: number) => Math.ceil(members.length * share)
  for (let n = 0; n < Math.min(8, some(0.02)); n++) {
    const member = dice.one(members)
    if (!member) continue
    const { id } = await callerOf(stage.app.routes, member.actor)<{ id: string }>('post', '/ideas', {
      body: { nonce: randomIds.nonce(), axis: dice.one(AXES), text: `Idée ${day} ${n}` },
    })
    standing.ideas.push({ id, author: member.actor.id })
  }
  for (let n = 0; n < some(0.003); n++) {
    const member = dice.one(members)
    if (!member) continue
    const horizon = dayAfter(day, 10 + dice.under(60))
    const visibility = dice.next() < 0.4 ? 'everyone' : 'me'
    const body = { nonce: randomIds.nonce(), axis: dice.one(AXES), text: 'Relire', horizon, visibility }
    const { id } = await callerOf(stage.app.routes, member.actor)<{ id: string }>('post', '/commitments', {
      body,
    })
    standing.commitments.push({ id, person: member.actor.id, horizon })
  }
  for (const { id, day: date } of standing.workshops.filter(workshop => workshop.day > day)) {
    for (let n = 0; n < Math.min(3, some(0.01)); n++) {
      const member = dice.one(members)
      if (!member || date <= day) continue
      await callerOf(stage.app.routes, member.actor)('put', '/workshops/:id/answer', {
        params: { id },
        body: { answer: 'yes' },
      }).then(
        () =>
          void ledger.deeds.push({ person: member.actor.id, at, kind: 'done', topic: 'workshop', thing: id }),
        () => {},
      )
    }
  }
  for (const { id, options } of standing.ballots.filter(({ until }) => until >= day)) {
    for (let n = 0; n < some(0.02); n++) {
      const member = dice.one(members)
      if (!member) continue
      await callerOf(stage.app.routes, member.actor)('put', '/ballots/:id/vote', {
        params: { id },
        body: { option: dice.one(options) },
      })
      ledger.deeds.push({ person: member.actor.id, at, kind: 'done', topic: 'ballot', thing: id })
    }
  }
}
