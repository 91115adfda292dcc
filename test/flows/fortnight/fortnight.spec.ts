import assert from 'node:assert/strict'
import { openDatabase } from '../../../src/db/index.ts'
import { clockIn, dateIn } from '../../../src/kernel/time/time-zone.ts'
import type { FiguresView } from '../../../src/tabs/contract/figures/figures.ts'
import { onEachEngine, sqlite } from '../../support/database/engines.ts'
import { createDatabase } from '../../support/product/bot.ts'
import { playQuietly } from './clock-change.ts'
import { openFortnight } from './fortnight.ts'
import type { Ledger } from './ledger.ts'
import { firstName } from './people.ts'
import { at, ZONE } from './play.ts'
import { breachesOf, messagesOf } from './rules.ts'
import { tellStory } from './story.ts'
import { tellFortnight } from './told.ts'
import { untoldOf } from './unlisted-data.ts'

/** Who is told what, and when: all of it. */
const TOLD = [
  // Both follow two of its options, and hear of it once.
  '2027-04-30 11:12 Camille idea-balloted vote',
  '2027-04-30 11:12 Owen idea-balloted vote',
  '2027-05-03 15:04 Camille workshop-moved schools',
  '2027-05-05 09:00 Inès workshop-soon schools',
  // Noted on Ascension. « talk » was refused the evening before it was due, « transport » is of a topic stopped since.
  '2027-05-07 09:00 Inès workshop-soon coffee',
  // Pascal answered twice in the week after her first card of what moved: one card tells both.
  '2027-05-07 11:12 Camille moves ',
  // The pause is over.
  '2027-05-10 09:00 Owen workshop-moved schools',
  '2027-05-10 09:00 Owen moves ',
  '2027-05-10 09:00 Inès ideas-waiting helmet',
  // Put off by herself for a day.
  '2027-05-11 09:00 Inès ideas-waiting helmet',
  // She added the app at that moment.
  '2027-05-11 10:31 Nadia workshop-moved schools',
  '2027-05-11 10:31 Nadia idea-answered helmet',
  // All who had a seat, once it is over.
  '2027-05-11 17:00 Camille workshop-feedback ',
  '2027-05-11 17:00 Inès workshop-feedback ',
  '2027-05-11 17:00 Nadia workshop-feedback ',
  '2027-05-11 17:00 Owen workshop-feedback ',
  '2027-05-12 09:00 Inès ideas-waiting map',
  // Inès hands over to her: what there is to do is hers.
  '2027-05-12 12:02 Nadia relay ',
  '2027-05-13 09:00 Nadia ideas-waiting map',
  '2027-05-13 09:00 Nadia workshop-soon transport',
  // The vote's result of Monday, and the answer to an idea that she supports.
  '2027-05-14 11:12 Camille moves ',
  // Seven days after his last one was Whit Monday.
  '2027-05-18 09:00 Owen idea-result vote',
]

function tellingsOf(ledger: Ledger): string[] {
  return messagesOf(ledger).map(({ at, to, topic, thing }) => {
    const when = `${dateIn(at, ZONE)} ${clockIn(at, ZONE)}`
    return `${when} ${firstName(to)} ${topic} ${ledger.names.get(thing) ?? thing}`
  })
}

onEachEngine('a fortnight of six people', engine => {
  let fortnight: Awaited<ReturnType<typeof openFortnight>>
  let end: { readonly figures?: readonly FiguresView[]; readonly fault?: unknown }
  let drop: () => Promise<void>
  let url: string

  // One that breaks down half-way is still held to the rules.
  before(async function () {
    this.timeout(300_000)
    const made = await createDatabase(engine)
    drop = made.drop
    url = made.url
    fortnight = await openFortnight({ language: 'fr', url: made.url })
    end = await fortnight.run().then(
      figures => ({ figures }),
      fault => ({ fault }),
    )
  })
  after(async () => {
    await fortnight.play.world.close().finally(drop)
  })

  it('goes from its first day to its last', () => assert.ifError(end.fault))

  it('tells each of them what is for them, at its moment, and nothing else', () => {
    assert.deepEqual(tellingsOf(fortnight.play.ledger).toSorted(), TOLD.toSorted())
  })

  it('writes to nobody twice, at night, on a holiday, after the act, against their will or over the week’s number', () => {
    assert.deepEqual(breachesOf(fortnight.play.ledger), [])
  })

  it('writes only where it can, says what Teams takes, and fails at nothing', () => {
    const { teams, logged } = fortnight.play.world
    const refused = teams.calls.filter(({ status }) => status >= 300 || status === 0)
    assert.deepEqual(refused, [])
    assert.deepEqual([logged, teams.complaints], [[], []])
  })

  it('welcomes each of them once, and Nadia when she comes', () => {
    const { told } = fortnight.play.ledger
    const welcomed = told.filter(({ topic }) => topic === 'welcome')
    assert.equal(new Set(welcomed.map(({ to }) => to)).size, 6)
    assert.equal(welcomed.length, 6)
    const nadia = told.filter(({ to }) => to === fortnight.six.nadia)
    assert.ok(nadia.every(each => each.at >= at('2027-05-11', '10:30')))
  })

  it('acknowledges every act once, however often Teams delivers it', () => {
    const { acts } = fortnight.play.ledger
    assert.ok(acts.length > 60, `${acts.length} acts`)
    assert.deepEqual(
      acts.filter(({ deliveries, answers }) => deliveries !== answers),
      [],
    )
  })

  it('counts each thing once', async () => {
    const { play, six } = fortnight
    const counts = async (path: string) =>
      (await play.as(six.maelle).api.get<{ items: readonly object[] }>(path)).items.length
    assert.deepEqual([await counts('/ideas'), await counts('/directions/lycees/commitments')], [4, 1])
  })

  it('keeps of them, and of what they wrote, what the inventory says, where it says', async () => {
    const database = await openDatabase({ url })
    const untold = await untoldOf(database).finally(() => database.close())
    assert.deepEqual(untold, [], 'docs/donnees.md')
  })

  it('shows a manager no number of so few people, and ideas as anybody can count them', () => {
    const { figures = [] } = end
    const [before = 0, after = 0] = figures.map(({ takenAt }) => takenAt)
    assert.ok(before < after, `snapshots of ${before} and ${after}`)
    for (const { participation, weeks } of figures)
      assert.deepEqual(
        [participation.count, ...weeks.map(({ count }) => count)],
        Array(weeks.length + 1).fill(0),
      )
    const ideas = figures.map(each => each.ideas.reduce((sum, { total }) => sum + total, 0))
    assert.deepEqual(ideas, [2, 2])
  })

  it('reads as a story', () => {
    const story = tellStory(fortnight.play.ledger.lines, 'fr')
    const lines = story.split('\n')
    assert.ok(lines.length >= 60 && lines.length <= 145, `${lines.length} lines`)
    assert.match(story, /^Jeudi 29 avril 2027\n/)
    assert.doesNotMatch(story, /undefined|\[object|\$\{|NaN/)
  })
})

describe('the same fortnight in English', () => {
  it('tells the same people the same things at the same moments', async function () {
    this.timeout(300_000)
    const { ledger, story } = await tellFortnight('en')
    assert.deepEqual(tellingsOf(ledger).toSorted(), TOLD.toSorted())
    assert.doesNotMatch(story, /«|\b(vous|votre|cette|pour)\b/i)
  })
})

/** What the first message waits for: Saturday's look, a Sunday on which clocks change, a holiday on Monday. */
const CHANGES = [
  ['2027-03-25', '2027-04-02', '2027-03-30T07:00:00.000Z'],
  ['2027-10-28', '2027-11-05', '2027-11-02T08:00:00.000Z'],
] as const

describe('a week in which the clocks change', () => {
  for (const [start, workshop, expected] of CHANGES) {
    it(`begins its day at nine on the wall, ${start}`, async function () {
      this.timeout(60_000)
      const { url, drop } = await createDatabase(sqlite)
      const ledger = await playQuietly({ url, start, workshop }).finally(drop)
      assert.deepEqual(breachesOf(ledger), [])
      assert.deepEqual(
        messagesOf(ledger).map(({ at }) => new Date(at).toISOString()),
        [expected],
      )
    })
  }
})
