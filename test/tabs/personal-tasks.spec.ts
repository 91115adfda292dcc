import { deepEqual } from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { aloneOf, isToday, longerOf, tasksOf, touchedBy } from '../../src/tabs/client/personal/tasks/tasks.ts'
import { awaitedIn, nearestFirst } from '../../src/tabs/client/personal/workshops/order.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type { OwnStepView } from '../../src/tabs/contract/next-steps.ts'
import type { MeView } from '../../src/tabs/contract/people/people.ts'
import type { ProgrammeView } from '../../src/tabs/contract/programme/programme.ts'
import type { WorkshopView } from '../../src/tabs/contract/workshops/workshops.ts'

function workshop(id: string, startsAt: number, over: boolean): WorkshopView {
  const hours = { startsAt, endsAt: startsAt + 2 }
  const stage = over ? 'over' : 'announced'
  const seats = { capacity: 9, seatsLeft: exact('seats', 9) }
  return {
    id,
    title: id,
    axis: 'equipe',
    ...hours,
    ...seats,
    over,
    stage,
    calendar: `https://faire.example/${id}`,
  }
}

const programme = { today: '2027-05-17' } as ProgrammeView
const me = { direction: { id: 'lycees', name: 'Lycées' } } as MeView

function idea(id: string, day: string): IdeaView {
  const counts = { supports: exact('supports', 1), directions: exact('supports', 1) }
  const answer = { text: 'Oui', author: 'Pascal', role: 'manager' as const, at: Date.parse(day) }
  const one = { id, text: id, author: 'Camille', mine: true, state: 'answered' as const, at: 1 }
  return { ...one, ...counts, comments: exact('shared', 0), supported: false, answer }
}

describe('what waits in the tab', () => {
  it('may go on only while the last of a list is still to come', () => {
    const coming = workshop('coming', 20, false)
    const past = workshop('past', 1, true)
    const cut = { workshops: true }
    deepEqual(longerOf({ cut, values: { workshops: [coming] } }), ['workshops'])
    deepEqual(longerOf({ cut, values: { workshops: [coming, past] } }), [])
    deepEqual(longerOf({ cut: {}, values: { workshops: [coming] } }), [])
  })

  it('shows a workshop under way, then those to come, then the latest of those that ended', () => {
    const all = [workshop('old', 1, true), workshop('last', 5, true), workshop('later', 30, false)]
    const now = [...all, workshop('now', 9, true), workshop('next', 20, false)]
    deepEqual(
      nearestFirst(now, 10).map(({ id }) => id),
      ['now', 'next', 'later', 'last', 'old'],
    )
  })

  it('waits for an answer to what I am asked to see to, and from a week before the day of what I promised', () => {
    const step = (id: string, more: Partial<OwnStepView>) =>
      ({
        id,
        standing: 'open',
        state: 'promised',
        due: '2027-05-20',
        mine: true,
        askedOfMe: false,
        ...more,
      }) as OwnStepView
    const steps = [
      step('late', { due: '2027-05-10', late: true }),
      step('near', {}),
      step('far', { due: '2027-06-30' }),
      step('asked', { due: '2027-06-30', mine: false, askedOfMe: true }),
      step('written', { mine: false, written: true, state: 'proposed' }),
      step('lost', { standing: 'gone' }),
      step('kept', { state: 'kept' }),
    ]
    const known = { me, programme, values: { steps } }
    const ids = (acting: boolean, touched: readonly string[] = []) =>
      tasksOf({ ...known, acting }, new Set(touched)).map(({ id }) => id)
    deepEqual(ids(true), ['step-late', 'step-near', 'step-asked'])
    deepEqual(ids(true, ['step-kept']), ['step-late', 'step-near', 'step-asked', 'step-kept'])
    deepEqual(ids(false), [])
  })

  it('puts a kept seat first, then what was answered lately, what is asked, and my table last', () => {
    const ideas = [idea('new', '2027-05-12'), idea('old', '2027-04-01'), idea('read', '2027-05-13')]
    const workshops: WorkshopView[] = [
      { ...workshop('mine', 20, false), mine: 'yes', table: 4 },
      { ...workshop('asked', 30, false) },
      { ...workshop('kept', 40, false), mine: 'offered' },
    ]
    const feedback = [{ id: 'over', title: 'over', startsAt: 1, closesAt: 9, given: false }]
    const known = { me, programme, acting: true, values: { workshops, myIdeas: ideas, feedback } }
    const read = ({ id }: IdeaView) => id === 'read'
    const ids = (acting: boolean) => tasksOf({ ...known, acting }, new Set(), read).map(({ id }) => id)
    deepEqual(ids(true), ['kept', 'answer-new', 'asked', 'feedback-over', 'table-mine'])
    deepEqual(ids(false), [])
  })

  it('has one line for trials, before workshops that also stand elsewhere on the page, and none for an observer', () => {
    const waits = { initiative: 'i', title: 'Relire', awaits: 'decision' } as const
    const trials = [waits, { ...waits, initiative: 'j' }]
    const values = {
      trials,
      workshops: [workshop('asked', 20, false)],
      myIdeas: [idea('said', '2027-05-10')],
    }
    const kinds = (acting: boolean, known: object = values) =>
      tasksOf({ me, programme, acting, values: known }, new Set()).map(({ kind }) => kind)
    deepEqual(kinds(true), ['answer', 'trials', 'workshop'])
    deepEqual(kinds(true, { ...values, trials: [] }), ['answer', 'workshop'])
    deepEqual(kinds(false), [])
  })

  it('puts the workshop of the day in which I have a seat before all else, from the morning to its end', () => {
    const [zone, today] = ['Europe/Paris', '2027-05-17']
    const [starts, ends] = [Date.parse('2027-05-17T12:00Z'), Date.parse('2027-05-17T15:00Z')]
    const hours = { ...workshop('mine', starts, false), endsAt: ends, mine: 'yes' } as const
    const ballots = [{ id: 'ballot', state: 'open', called: true }] as never
    const first = (one: WorkshopView, now: string, touched: readonly string[] = []) =>
      tasksOf(
        { me, programme: { ...programme, zone, today }, acting: true, values: { ballots, workshops: [one] } },
        new Set(touched),
        undefined,
        undefined,
        Date.parse(now),
      ).map(({ id }) => id)
    deepEqual(first(hours, '2027-05-17T04:00Z'), ['mine', 'ballot'])
    deepEqual(first({ ...hours, over: true, stage: 'underway' }, '2027-05-17T14:59Z'), ['mine', 'ballot'])
    deepEqual(first({ ...hours, table: 4 }, '2027-05-17T04:00Z'), ['table-mine', 'ballot'])
    deepEqual(first({ ...hours, over: true, stage: 'over' }, '2027-05-17T15:00Z'), ['ballot'])
    deepEqual(first({ ...hours, over: true, stage: 'cancelled' }, '2027-05-17T04:00Z'), ['ballot'])
    deepEqual(first({ ...hours, mine: 'waiting' }, '2027-05-17T04:00Z'), ['ballot'])
    const tomorrow = { startsAt: starts + 86_400_000, endsAt: ends + 86_400_000 }
    deepEqual(first({ ...hours, ...tomorrow }, '2027-05-17T04:00Z'), ['ballot'])
    // Taken during this visit, it stays where it was asked about.
    deepEqual(first(hours, '2027-05-17T04:00Z', ['mine']), ['ballot', 'mine'])
  })

  it('keeps today’s workshop apart from what waits, once I gave my seat up too', () => {
    const [zone, today, now] = ['Europe/Paris', '2027-05-17', Date.parse('2027-05-17T04:00Z')]
    const [starts, endsAt] = [Date.parse('2027-05-17T12:00Z'), Date.parse('2027-05-17T15:00Z')]
    const mine: WorkshopView = { ...workshop('mine', starts, false), endsAt, mine: 'yes' }
    const known = (one: WorkshopView) => ({
      me,
      programme: { ...programme, zone, today },
      acting: true,
      values: { workshops: [one, workshop('asked', starts + 86_400_000, false)] },
    })
    const tasks = tasksOf(known(mine), new Set(), undefined, undefined, now)
    deepEqual(
      tasks.map(task => [task.id, isToday(task)]),
      [
        ['mine', true],
        ['asked', false],
      ],
    )
    const touched = new Set(tasks.slice(0, 1).flatMap(task => touchedBy(task)))
    deepEqual(tasksOf(known({ ...mine, mine: 'no' }), touched, undefined, undefined, now).map(isToday), [
      true,
      false,
    ])
  })

  it('puts what I facilitate today first, and where I am without a seat before what else waits', () => {
    const [zone, today] = ['Europe/Paris', '2027-05-17']
    const [startsAt, endsAt] = [Date.parse('2027-05-17T12:00Z'), Date.parse('2027-05-17T15:00Z')]
    const one: WorkshopView = { ...workshop('one', startsAt, false), endsAt }
    const other: WorkshopView = { ...workshop('other', startsAt, false), endsAt, mine: 'yes' }
    const ballots = [{ id: 'ballot', state: 'open', called: true }] as never
    const ids = (workshops: readonly WorkshopView[], acting = true) =>
      tasksOf(
        { me, programme: { ...programme, zone, today }, acting, values: { ballots, workshops } },
        new Set(),
        undefined,
        undefined,
        Date.parse('2027-05-17T13:00Z'),
      ).map(({ id }) => id)
    const led = { ...one, over: true, stage: 'underway', facilitates: { table: 1 } } as const
    deepEqual(ids([other, led]), ['lead-one', 'other', 'ballot'])
    // The seat that I have there is part of the same card.
    deepEqual(ids([{ ...led, mine: 'yes', table: 1 }]), ['lead-one', 'ballot'])
    deepEqual(ids([{ ...one, over: true, stage: 'underway', came: true }]), ['one', 'ballot'])
    deepEqual(ids([led], false), [])
  })

  it('asks about several days of a series as one thing, and about the only one left as before', () => {
    const day = (id: string, at: number): WorkshopView => ({ ...workshop(id, at, false), series: 's' })
    const workshops = [day('one', 20), workshop('alone', 25, false), day('two', 30), day('three', 40)]
    const asked = (list: readonly WorkshopView[], touched: readonly string[] = []) =>
      tasksOf({ me, programme, acting: true, values: { workshops: list } }, new Set(touched)).map(task =>
        task.kind === 'series' ? [task.id, ...task.days.map(({ id }) => id)] : task.id,
      )
    deepEqual(asked(workshops), [['series-s', 'one', 'two', 'three'], 'alone'])
    const [one, alone, two] = workshops as [WorkshopView, WorkshopView, WorkshopView]
    const taken = { ...one, mine: 'yes' } as const
    deepEqual(asked([taken, alone, two]), ['alone', 'two'])
    // During the visit in which it was taken it stays where it was.
    deepEqual(asked([taken, alone, two], ['one']), [['series-s', 'one', 'two'], 'alone'])
    // So does a single one, such as an offer.
    deepEqual(asked([taken, alone, two], ['one', aloneOf('one')]), ['one', 'alone', 'two'])
  })
})

describe('workshops whose registration is still to open', () => {
  const later = (id: string, change: Partial<WorkshopView> = {}): WorkshopView => ({
    ...workshop(id, 100, false),
    opensAt: 50,
    ...change,
  })
  const ids = (...all: WorkshopView[]) => awaitedIn(all).map(({ workshop: { id }, days }) => `${id} ${days}`)

  it('are listed once for each series, at its first day', () => {
    const series = { series: 's', seriesTitle: 'Cinq journées' }
    deepEqual(ids(later('alone'), later('one', series), later('two', series)), ['alone 1', 'one 2'])
  })

  it('are none that one answered or facilitates, that is open, closed or called off', () => {
    const gone = [
      later('answered', { mine: 'no' }),
      later('led', { facilitates: {} }),
      later('off', { over: true, stage: 'cancelled' }),
      later('closed', { stage: 'closed' }),
      workshop('open', 100, false),
    ]
    deepEqual(ids(...gone), [])
  })
})
