import { dayAfter, momentOf } from '../../../src/kernel/time/time-zone.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { setStage } from '../../support/product/stage.ts'
import { answer, wish } from './answers.ts'
import { gather, LAB } from './cast.ts'
import { diceOf } from './dice.ts'
import type { Ledger, Told } from './ledger.ts'
import { breachesOf, ZONE } from './oracle.ts'
import type { Played } from './report.ts'
import { droppedReturns, touch } from './returns.ts'
import { live, organise, type Standing } from './season.ts'
import { lookOn } from './watch.ts'

/** A Monday; the spring change of the clocks, Easter, Ascension and Pentecost fall within the quarter. */
const FIRST = '2027-03-01'
/** Before the rules look, as the day opens, and each hour after; the last one is outside hours. */
const TIMES = [
  '06:30',
  '07:00',
  '08:00',
  '09:00',
  '10:00',
  '11:00',
  '12:00',
  '13:00',
  '14:00',
  '15:00',
  '16:00',
  '17:00',
  '18:00',
]

export type Size = {
  readonly agents: number
  readonly pilots: number
  readonly days: number
  readonly seed?: number
}

/** Plays `days` days of a programme on a fast clock: the whole product but for Teams and the network. */
export async function playQuarter({ agents, pilots, days, seed = 1 }: Size): Promise<Played> {
  const begun = performance.now()
  const clock = fixedClock(momentOf(FIRST, '05:00', ZONE) ?? 0)
  const eye = lookOn(clock)
  const stage = await setStage({ clock, teams: eye.teams, organisers: [LAB.objectId] })
  const dice = diceOf(seed)
  const ledger: Ledger = { told: [], deeds: [], wishes: new Map() }
  const standing: Standing = { workshops: [], ballots: [], ideas: [], touched: new Set(), commitments: [] }
  await stage.as(LAB).installs('channel')
  const people = await gather(stage, dice, agents, pilots)
  const members = new Map(people.map(member => [member.actor.id, member]))
  const spacing = Object.fromEntries(
    stage.app.programme.nudges.map(({ kind, every = 1 }) => [
      kind === 'workshop-week' ? 'workshop-soon' : kind,
      every,
    ]),
  )

  for (let n = 0; n < days; n++) {
    const day = dayAfter(FIRST, n)
    const scene = { stage, members, dice, standing, ledger, day }
    let fresh: readonly Told[] = []
    for (const time of TIMES) {
      clock.advance(Math.max(0, (momentOf(day, time, ZONE) ?? 0) - clock.now()))
      for (const told of fresh) await answer(scene, told)
      if (time === '08:00') {
        await organise(stage, standing, day, Math.floor(n / 7))
        await live(stage, { ...scene, members: people })
        await touch(stage, scene, people)
        await wish(scene)
      }
      stage.app.delivery.wake()
      await stage.settle()
      fresh = await eye.take(stage, ledger)
    }
  }
  const dropped = await droppedReturns(stage)
  await stage.close()
  const seconds = (performance.now() - begun) / 1_000
  const breaches = breachesOf(ledger, spacing)
  return { ledger, breaches, people: people.length, pilots, days, seconds, posts: eye.posts(), dropped }
}
