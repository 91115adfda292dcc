import assert from 'node:assert/strict'
import { PLAIN } from '../../../src/features/workshops/workshop/domain.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { agent, draft, lab, usecasesOn } from '../../support/workshops/workshops.ts'

onEachEngine('workshops', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const published = (change = {}) =>
    usecasesOn(standing.db, clock).publish(lab, draft(clock.now(), change), [])

  it('seat ten of thirty people who tap three times each at once', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const { id } = await published({ capacity: 10 })
    const taps = Array.from({ length: 90 }, (_, tap) => workshops.answer(agent(tap % 30), id, 'yes'))
    const results = await Promise.allSettled(taps)
    const refused = results.filter(result => result.status === 'rejected')
    for (const { reason } of refused)
      assert.ok(reason instanceof Refusal && reason.code === 'workshop-full', String(reason))
    const people = new Set(
      results.flatMap((result, tap) => (result.status === 'fulfilled' ? [tap % 30] : [])),
    )
    const { seatsTaken, directions } = await workshops.show(lab, id)
    assert.deepEqual(
      { people: people.size, seatsTaken, taps: refused.length },
      { people: 10, seatsTaken: 10, taps: 60 },
    )
    assert.equal(directions, new Set([...people].map(person => person % 10)).size)
  })

  it('keep count when people come and go at once', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const { id } = await published({ capacity: 5 })
    const answers = Array.from({ length: 60 }, (_, tap) =>
      workshops.answer(agent(tap % 12), id, tap % 3 === 0 ? 'no' : 'yes').catch(() => undefined),
    )
    await Promise.all(answers)
    const { seatsTaken } = await workshops.show(lab, id)
    const mine = await Promise.all(Array.from({ length: 12 }, (_, who) => workshops.show(agent(who), id)))
    assert.equal(seatsTaken, mine.filter(seen => seen.mine === 'yes').length)
    assert.ok(seatsTaken <= 5)
  })

  it('come back as they were written', async () => {
    const link = 'https://teams.microsoft.com/l/meetup-join/1'
    const { id } = await published({ description: 'Deux phrases. ﷽ 👩‍👩‍👧‍👦', link })
    const found = await standing.db.read(tx => workshopStore(tx).find(id))
    const { where: _, ...written } = draft(clock.now(), { description: 'Deux phrases. ﷽ 👩‍👩‍👧‍👦', link })
    assert.deepEqual(found, {
      ...written,
      ...PLAIN,
      id,
      organiser: lab.id,
      seatsTaken: 0,
      directions: 0,
      createdAt: clock.now(),
      revision: 0,
      moved: 'nothing',
      changedAt: clock.now(),
    })
  })

  it('are listed by start, page after page, without those that ended', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const now = clock.now()
    const hours = [30, 24, 24, 50, 26]
    for (const hour of hours)
      await published({ startsAt: now + hour * HOUR, endsAt: now + (hour + 1) * HOUR })
    clock.advance(27.5 * HOUR)
    const first = await workshops.coming(lab, 1)
    const second = await workshops.coming(lab, 1, first.next)
    const starts = [...first.items, ...second.items].map(({ startsAt }) => (startsAt - now) / HOUR)
    assert.deepEqual([starts, second.next], [[30, 50], undefined])
  })

  it('come first in the agenda when they are to come, then the past ones, page after page', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const now = clock.now()
    const from = (hour: number) => ({ startsAt: now + hour * HOUR, endsAt: now + (hour + 1) * HOUR })
    for (const hour of [1, 2, 2, 3, 4, 5, 26, 27, 28, 29, 60, 60, 61]) {
      const { id } = await published(from(hour))
      if (hour !== 4 && hour !== 29) await workshops.answer(agent(1), id, 'yes')
    }
    clock.advance(28.5 * HOUR)
    for (const limit of [20, 4, 5, 3, 1]) {
      const starts: number[] = []
      const seen = new Set<string>()
      let after: string | undefined
      do {
        const page = await workshops.agenda(agent(1), limit, after)
        assert.ok(page.items.length > 0 && page.items.length <= limit)
        starts.push(...page.items.map(({ startsAt }) => (startsAt - now) / HOUR))
        for (const { id } of page.items) seen.add(id)
        after = page.next
      } while (after !== undefined)
      assert.deepEqual(starts, [28, 29, 60, 60, 61, 27, 26, 5, 3, 2, 2, 1], `pages of ${limit}`)
      assert.equal(seen.size, starts.length)
    }
  })

  it('stay in the agenda of those who answered', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const { id } = await published()
    await workshops.answer(agent(1), id, 'yes')
    clock.advance(100 * HOUR)
    const agendas = await Promise.all([1, 2].map(number => workshops.agenda(agent(number), 20)))
    assert.deepEqual(
      agendas.map(({ items }) => items.map(({ mine, stage }) => [mine, stage])),
      [[['yes', 'over']], []],
    )
  })
})
