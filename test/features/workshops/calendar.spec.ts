import assert from 'node:assert/strict'
import fc from 'fast-check'
import ICAL from 'ical.js'
import {
  calendarFeed,
  calendarFile,
  calendarName,
} from '../../../src/features/workshops/calendar/icalendar.ts'
import { changedWorkshop } from '../../../src/features/workshops/changes/domain.ts'
import { PLAIN, type Workshop } from '../../../src/features/workshops/workshop/domain.ts'
import { cleanLine } from '../../../src/kernel/text/text.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { clockIn, dateIn, momentOf } from '../../../src/kernel/time/time-zone.ts'

const PARIS = 'Europe/Paris'
const SETTING = { host: 'faire.example', organisation: 'Région Occitanie', category: 'Faire équipe' }
/** The only properties of an event, whatever is typed. */
const NAMES = [
  'uid',
  'summary',
  'dtstamp',
  'dtstart',
  'dtend',
  'sequence',
  'status',
  'description',
  'location',
  'categories',
  'organizer',
]
const NOW = Date.UTC(2027, 1, 1, 8)

function workshop(change: Partial<Workshop> = {}): Workshop {
  return {
    ...PLAIN,
    id: 'w1',
    title: 'Accueillir mieux',
    description: '',
    axis: 'equipe',
    startsAt: Date.UTC(2027, 3, 22, 7, 30),
    endsAt: Date.UTC(2027, 3, 22, 10, 30),
    place: 'Carcassonne',
    link: '',
    capacity: 10,
    organiser: 'p1',
    seatsTaken: 0,
    directions: 0,
    createdAt: NOW,
    revision: 0,
    moved: 'nothing',
    changedAt: NOW,
    ...change,
  }
}

/** The one event of a file, as a parser that is not the one that wrote it reads it. */
function eventIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const [vevent, ...others] = calendar.getAllSubcomponents()
  assert.ok(vevent)
  assert.deepEqual([vevent.name, others.length, vevent.getAllSubcomponents().length], ['vevent', 0, 0])
  const event = new ICAL.Event(vevent)
  const { uid, sequence, summary, description, location, organizer } = event
  return {
    uid,
    sequence,
    summary,
    description,
    location,
    organizer,
    startsAt: event.startDate.toJSDate().getTime(),
    endsAt: event.endDate.toJSDate().getTime(),
    names: vevent.getAllProperties().map(({ name }) => name),
    text: (name: string) => String(vevent.getFirstPropertyValue(name) ?? ''),
    property: (name: string) => vevent.getFirstProperty(name),
  }
}

const read = (change: Partial<Workshop> = {}, setting = SETTING) =>
  eventIn(calendarFile(workshop(change), setting))

/** Everything that breaks lines, parameters, escapes or a parser that counts letters. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        ',',
        ';',
        ':',
        '\\',
        '\\n',
        '"',
        "'",
        '\r\n',
        '\n',
        '\r',
        '\t',
        ' ',
        '\u2028',
        '\u0000',
        '^n',
        'é',
        '👩‍👩‍👧‍👦',
        '﷽',
        '\u202E',
        'BEGIN:VEVENT',
        '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other',
        '\r\n ATTENDEE:mailto:a@b.example',
        'x'.repeat(80),
      ),
      { maxLength: 40 },
    )
    .map(parts => parts.join('')),
)

/** Days on which the clocks of Paris go from two to three, in the years that are tried. */
const SPRING = ['2027-03-28', '2028-03-26']

describe('the calendar file of a workshop', () => {
  it('holds what a calendar shows, and nobody’s name', () => {
    const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting?context=%7b%7d'
    const event = read({ description: 'Deux phrases. Et « une ».', link })
    assert.equal(event.uid, 'w1@faire.example')
    assert.equal(event.sequence, 0)
    assert.equal(event.summary, 'Accueillir mieux')
    assert.equal(event.description, `Deux phrases. Et « une ».\n${link}`)
    assert.equal(event.location, 'Carcassonne')
    assert.equal(event.text('url'), link)
    assert.equal(event.text('categories'), 'Faire équipe')
    assert.equal(event.property('organizer')?.getFirstParameter('cn'), 'Région Occitanie')
    assert.match(event.organizer, /^mailto:noreply@[a-z.]+\.invalid$/i)
    assert.ok(!event.names.includes('attendee'))
    assert.equal(Date.parse(`${event.text('dtstamp')}`), NOW)
  })

  it('has no reminder, and says where one joins when there is no place', () => {
    const link = 'https://teams.microsoft.com/l/1'
    const event = read({ place: '', link })
    assert.equal(event.location, link)
    const plain = read()
    assert.deepEqual([plain.text('url'), plain.description], ['', null])
  })

  it('is made for links that browsers take and the library does not', () => {
    for (const link of ['https://my_host.example/x', 'https://[::1]/x', 'https://xn--e1aybc.xn--p1ai/x']) {
      assert.match(read({ link }).description, /^https:/, link)
    }
  })

  it('comes back letter by letter, whatever was typed, as one event in lines of 75 octets', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, description, place, category) => {
        const setting = { ...SETTING, category: cleanLine(category), organisation: cleanLine(title) || 'x' }
        const file = calendarFile(workshop({ title: `x${title}`, description, place: `x${place}` }), setting)
        assert.ok(!/[^\r]\n|\r[^\n]/.test(file))
        for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
        assert.equal(Buffer.from(file).toString(), file)
        const event = eventIn(file)
        assert.equal(event.summary, cleanLine(`x${title}`))
        assert.equal(event.location, cleanLine(`x${place}`))
        assert.equal(event.description ?? '', cleanLine(description))
        assert.equal(event.text('categories'), cleanLine(category))
        assert.equal(event.uid, 'w1@faire.example')
        assert.deepEqual(event.names.toSorted(), NAMES.filter(name => event.text(name) !== '').toSorted())
        const cn = event.property('organizer')?.getFirstParameter('cn')
        assert.equal(
          cn,
          cleanLine(setting.organisation.replaceAll('"', '’').replace(/[\\^]/g, ' ')) || 'Organizer',
        )
      }),
      { numRuns: 300 },
    )
  })

  it('starts and ends when a clock in Paris shows what was typed, across both clock changes', () => {
    const day = fc.oneof(
      fc.constantFrom('2027-03-27', ...SPRING, '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01'),
      fc.integer({ min: 0, max: 730 }).map(days => dateIn(Date.UTC(2027, 0, 1) + days * DAY, PARIS)),
    )
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(day, minute, minute, (date, from, length) => {
        const clock = (at: number) =>
          `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
        const start = clock(from)
        const startsAt = momentOf(date, start, PARIS) ?? 0
        const event = read({ startsAt, endsAt: startsAt + (length + 1) * MINUTE })
        assert.deepEqual([event.startsAt, event.endsAt], [startsAt, startsAt + (length + 1) * MINUTE])
        const skipped = SPRING.includes(date) && start >= '02:00' && start < '03:00'
        if (dateIn(startsAt, PARIS) === date && !skipped) assert.equal(clockIn(event.startsAt, PARIS), start)
      }),
    )
  })

  it('keeps its UID and goes up in SEQUENCE when the workshop moves, and not when its words change', () => {
    const before = workshop()
    const changed = { ...before, startsAt: before.startsAt + 7 * DAY, endsAt: before.endsAt + 7 * DAY + HOUR }
    const after = changedWorkshop(before, changed, NOW + DAY)
    const [first, second] = [before, after].map(each => eventIn(calendarFile(each, SETTING)))
    assert.equal(second?.uid, first?.uid)
    assert.deepEqual([first?.sequence, second?.sequence], [0, 1])
    assert.deepEqual([second?.startsAt, second?.endsAt], [changed.startsAt, changed.endsAt])
    assert.equal(Date.parse(second?.text('dtstamp') ?? ''), NOW + DAY)
    const worded = changedWorkshop(after, { ...after, title: 'Autre' }, NOW + DAY)
    assert.equal(eventIn(calendarFile(worded, SETTING)).sequence, 1)
  })

  it('is called off under the same UID with a higher SEQUENCE, and stands again once it has another day', () => {
    const before = workshop({ revision: 2 })
    for (const state of ['cancelled', 'postponed'] as const) {
      const off = read({ revision: 3, state, reason: 'Grève' })
      assert.deepEqual([off.uid, off.sequence, off.text('status')], ['w1@faire.example', 3, 'CANCELLED'])
    }
    assert.deepEqual([read(before).sequence, read(before).text('status')], [2, 'CONFIRMED'])
    assert.equal(read({ revision: 4 }).text('status'), 'CONFIRMED')
  })

  it('is read alike before and after a move over either clock change, alone and in a person’s own calendar', () => {
    const edges = ['2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01']
    const moment = fc
      .tuple(fc.constantFrom(...edges), fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
      .map(([day, hour, minute]) => momentOf(day, `${String(hour).padStart(2, '0')}:${minute}`, PARIS) ?? 0)
    const setting = {
      host: 'faire.example',
      organisation: 'Région',
      name: 'Mes ateliers',
      category: () => 'x',
    }
    fc.assert(
      fc.property(moment, moment, fc.boolean(), (from, to, kept) => {
        const first = workshop({ startsAt: from, endsAt: from + 3 * HOUR })
        const moved = { ...first, startsAt: to, endsAt: to + 3 * HOUR, revision: 1, changedAt: NOW + DAY }
        const off = { ...moved, state: 'cancelled', revision: 2 } as const
        const other = workshop({ id: 'w2' })
        for (const [at, each] of [first, moved, off].entries()) {
          const alone = eventIn(calendarFile(each, SETTING))
          const entries = [each, other].map(one => ({ workshop: one, kept }))
          const feed = new ICAL.Component(ICAL.parse(calendarFeed(entries, setting)))
          const [own, others] = feed.getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
          assert.deepEqual(
            [own?.uid, own?.sequence, own?.startDate.toJSDate().getTime(), own?.endDate.toJSDate().getTime()],
            [alone.uid, at, each.startsAt, each.endsAt],
          )
          assert.deepEqual([alone.sequence, alone.startsAt, alone.endsAt], [at, each.startsAt, each.endsAt])
          const status = own?.component.getFirstPropertyValue('status')
          assert.equal(status, each === off ? 'CANCELLED' : kept ? 'TENTATIVE' : 'CONFIRMED')
          assert.equal(others?.uid, 'w2@faire.example')
        }
      }),
    )
    assert.equal(new ICAL.Component(ICAL.parse(calendarFeed([], setting))).getAllSubcomponents().length, 0)
  })

  it('is saved under a name that every disk takes', () => {
    const name = (title: string) => calendarName({ title })
    assert.equal(name('Accueillir mieux, plus près'), 'atelier-accueillir-mieux-plus-pres.ics')
    assert.equal(name('👩‍👩‍👧‍👦'), 'atelier.ics')
    for (const title of ['../../../etc/passwd', '"; rm', 'x\r\nSet-Cookie: a', 'é'.repeat(80)])
      assert.match(name(title), /^atelier(-[a-z0-9]+)*\.ics$/)
  })
})
