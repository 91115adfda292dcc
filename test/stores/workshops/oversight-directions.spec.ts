import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { reminderStore } from '../../../src/features/workshops/attendees/reminder-store.ts'
import { directionSeatStore } from '../../../src/features/workshops/oversight/direction-store.ts'
import { directionUsecases } from '../../../src/features/workshops/oversight/direction-usecases.ts'
import { registrationStore } from '../../../src/features/workshops/registration/store.ts'
import { seatStore } from '../../../src/features/workshops/seats/store.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { programme } from '../../support/programme/programme.ts'
import { agent, draft, lab, usecasesOn } from '../../support/workshops/workshops.ts'

onEachEngine('workshops before a Direction', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  function use() {
    const workshops = usecasesOn(standing.db, clock)
    const { read } = standing.db
    const directions = directionUsecases({
      store: workshopStore,
      directionSeats: directionSeatStore,
      read,
      clock,
      programme,
      workshops,
    })
    const from = (hour: number) => ({
      startsAt: clock.now() + hour * HOUR,
      endsAt: clock.now() + (hour + 1) * HOUR,
    })
    const published = async (hour: number) =>
      (await workshops.publish(lab, draft(clock.now(), { capacity: 50, ...from(hour) }), [])).id
    const seat = (id: string, number: number, direction: string, answer: 'yes' | 'no' = 'yes') =>
      workshops.answer({ ...agent(number), direction }, id, answer)
    return { workshops, directions, published, seat }
  }

  it('are those to come, each beside the seats that its people have', async () => {
    const { directions, published, seat } = use()
    const [first, second] = [await published(24), await published(48)]
    for (const number of [1, 2, 3]) await seat(first, number, 'lycees')
    await seat(first, 3, 'lycees', 'no')
    await seat(first, 4, 'culture')
    await seat(second, 5, 'culture')
    const seen = async (after?: string) => directions.ofDirection(agent(1), 'lycees', 1, after)
    const page = await seen()
    const rest = await seen(page.next)
    const all = [...page.items, ...rest.items]
    assert.deepEqual(
      all.map(({ id, seatsOfDirection, mine }) => [id, seatsOfDirection, mine]),
      [
        [first, 2, 'yes'],
        [second, 0, undefined],
      ],
    )
    assert.equal(rest.next, undefined)
  })

  it('say how many seats a Direction has of its own, as long as they are kept', async () => {
    const { directions, published } = use()
    const id = await published(48)
    await standing.db.transact(async tx => {
      const rules = { quotas: 1, release_at: clock.now() + 2 * HOUR } as const
      await open(tx).updateTable('workshop').set(rules).where('id', '=', id).execute()
      await seatStore(tx).putQuotas(id, new Map([['lycees', 7]]))
    })
    const quota = async (direction: string) =>
      (await directions.ofDirection(agent(1), direction, 20)).items.map(each => each.quota)
    assert.deepEqual([await quota('lycees'), await quota('culture')], [[7], [0]])
    clock.advance(2 * HOUR)
    assert.deepEqual(await quota('lycees'), [undefined])
  })

  it('are not there for a Direction that is not of the programme', async () => {
    const asked = use().directions.ofDirection(agent(1), 'no-such', 20)
    await assert.rejects(asked, (error: unknown) => error instanceof Refusal && error.code === 'gone')
  })

  it('start soon until a moment, without those that began', async () => {
    const { directions, published } = use()
    const ids = [await published(2), await published(30), await published(60), await published(31)]
    clock.advance(3 * HOUR)
    const soon = await directions.soon(clock.now() + 40 * HOUR, 10)
    assert.deepEqual(
      soon.map(({ id }) => id),
      [ids[1], ids[3]],
    )
    assert.equal((await directions.soon(clock.now() + 90 * HOUR, 1)).length, 1)
  })

  it('know who answered what, and who has a seat, page after page', async () => {
    const { published, seat } = use()
    const id = await published(24)
    for (let number = 0; number < 12; number++) await seat(id, number, 'lycees', number % 3 ? 'yes' : 'no')
    const answersOf = (ids: readonly string[]) =>
      standing.db.read(tx => registrationStore(tx).answers('p-3', ids))
    assert.deepEqual(
      [...(await answersOf([id, 'other']))].map(([of, { answer }]) => [of, answer]),
      [[id, 'no']],
    )
    assert.deepEqual([...(await answersOf([]))], [])
    assert.deepEqual([...(await standing.db.read(tx => directionSeatStore(tx).seatsOf('lycees', [])))], [])
    const people: string[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: readonly string[] = await standing.db.read(tx =>
        reminderStore(tx).seated(id, clock.now(), 3, after),
      )
      people.push(...page)
      after = page.at(-1)
    }
    assert.deepEqual(people.toSorted(), [1, 2, 4, 5, 7, 8, 10, 11].map(number => `p-${number}`).toSorted())
  })
})
