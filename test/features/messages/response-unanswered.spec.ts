import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openDatabase } from '../../../src/db/index.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import { atOnce } from '../../support/database/schema.ts'
import { pilot, setMessages, ZONE } from '../../support/features/messages.ts'
import { fixedClock } from '../../support/product/clock.ts'

const ines = pilot('ines')
const LINE = { person: 'ines', topic: 'ideas-waiting' } as const
/** A Monday before a quarter with public holidays and both closures in it. */
const START = Date.parse('2027-03-22T08:00:00Z')

/** What she does on a day, the rule having been looked at in the morning. */
const deed = fc.oneof(
  { weight: 12, arbitrary: fc.constant('nothing' as const) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'presses',
      'acts',
      'puts off',
      'takes up',
      'leaves',
      'comes back',
      'takes a day off',
      'pauses',
    ),
  },
)
const play = fc.record({
  every: fc.integer({ min: 1, max: 14 }).map(days => days * DAY),
  deeds: fc.array(deed, { minLength: 40, maxLength: 100 }),
})

type Play = typeof play extends fc.Arbitrary<infer T> ? T : never

async function playOut({ every, deeds }: Play): Promise<void> {
  const clock = fixedClock(START)
  const db = await openDatabase({ url: 'file::memory:', clock, migrations: atOnce })
  await db.migrate()
  const { usecases, preferences, out, unreachable, tell, deliver, pass } = setMessages(db, clock)
  const answers: number[] = []

  async function does(what: Play['deeds'][number]): Promise<void> {
    const [, id = '', round = ''] = out.at(-1)?.key.split(':') ?? []
    if (what === 'leaves') unreachable.add('ines')
    if (what === 'comes back') {
      unreachable.delete('ines')
      await usecases.arrived('ines')
    }
    if (what === 'pauses')
      await preferences.change(ines, { pausedUntil: dateIn(clock.now() + 3 * DAY, ZONE) })
    if (what === 'takes a day off') await preferences.change(ines, { daysOff: ['wednesday'] })
    if (!['presses', 'acts', 'puts off', 'takes up'].includes(what) || id === '') return
    if (what === 'presses') await usecases.noteAnswered(ines, id)
    if (what === 'puts off') {
      await usecases.noteAnswered(ines, id)
      await preferences.later(ines, id, Number(round), dateIn(clock.now() + DAY, ZONE))
    }
    // An act without a message is no answer, unless the topic is silenced: then it resumes.
    if (what === 'acts') {
      const { reason } = await usecases.show(ines, id)
      await db.transact(tx => usecases.noteActed(tx, { ...LINE, reason }))
    }
    const { topics } = await preferences.preferences(ines)
    const { quiet } = topics.find(({ topic }) => topic === LINE.topic) ?? assert.fail()
    if (what === 'takes up') await preferences.change(ines, { topics: [{ topic: LINE.topic, on: true }] })
    if (what !== 'takes up' || quiet) answers.push(clock.now())
  }

  for (const [day, what] of deeds.entries()) {
    await tell('ines', `day-${day}`, { topic: LINE.topic, every })
    await deliver()
    await pass(6 * HOUR, 2 * HOUR)
    await does(what)
    await pass(18 * HOUR, 2 * HOUR)
  }

  const first = out.filter(({ key }) => key.endsWith(':1'))
  for (const [at, { at: sent }] of first.entries()) {
    const earlier = out.filter(each => each.at < sent)
    const before = first[at - 1]
    if (before) assert.ok(sent - before.at >= every, 'sooner than it may')
    const answered = Math.max(-1, ...answers.filter(each => each <= sent))
    const ignored = earlier.filter(each => each.at > answered)
    assert.ok(ignored.length < 4, 'a fifth that nobody answered')
    const last = ignored.at(-1)
    if (last && ignored.length >= 2) assert.ok(sent - last.at >= 2 * every, 'as often as before')
  }
  await db.close()
}

describe('what somebody does not answer, whatever else they do', () => {
  it('never comes sooner than it may, half as often after two, and not after four', async function () {
    this.timeout(120_000)
    await fc.assert(fc.asyncProperty(play, playOut), { numRuns: 40 })
  })
})
