import { DAY, HOUR } from '../../../../kernel/time/clock.ts'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { KeptDayView } from '../../../contract/attendance.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { seatsText } from '../../parts/workshops/seats-text.ts'
import { sectionAddress } from '../parts/address.ts'
import { everybodyIn, headcountText } from '../parts/reach-total.ts'
import type { Alert, ReadSources } from './alert.ts'
import { directionsWithoutPilot } from './pilot-alerts.ts'
import { commentsReported, ideasReported } from './report-alerts.ts'
import { ballotsUnsaid } from './sequel-alerts.ts'
import { stepsWaiting } from './step-alerts.ts'

/** A ballot that ends this soon needs a last word to those who have not voted (ms). */
const SOON = 2 * DAY
/** A tie is for the Lab' to settle while it is fresh (ms). */
const FRESH = 7 * DAY

function hoursOf({ startsAt, endsAt, place }: KeptDayView, { say, time }: Translator): string {
  const when = say('tab.hours', { from: time(startsAt), to: time(endsAt) })
  return place ? say('tab.at', { when, place }) : when
}

/** Those of today that are not over; the next to begin first. */
function workshopsNow({ workshops = [] }: ReadSources, translator: Translator, now: number): Alert[] {
  const { say, zone } = translator
  return workshops
    .filter(
      ({ startsAt, endsAt, off }) => !off && endsAt > now && dateIn(startsAt, zone) === dateIn(now, zone),
    )
    .map(workshop => ({
      id: `workshop-${workshop.id}`,
      kind: 'workshop',
      section: 'workshops',
      href: sectionAddress('workshops', workshop.id),
      title: workshop.title,
      about: [capitalised(hoursOf(workshop, translator)), seatsText(workshop, translator)],
      act: say('today.workshop.act'),
    }))
}

/** Full ones that people wait for: more seats, or another day, would help them. */
function waitingLists({ workshops = [] }: ReadSources, translator: Translator, now: number): Alert[] {
  const { say } = translator
  return workshops
    .filter(({ startsAt, off, waiting }) => !off && startsAt > now && waiting > 0)
    .map(workshop => ({
      id: `waiting-${workshop.id}`,
      kind: 'waiting',
      section: 'workshops',
      href: sectionAddress('workshops', workshop.id),
      title: workshop.title,
      about: [
        capitalised(translator.shortDay(workshop.startsAt)),
        seatsText(workshop, translator),
        say('organiser.waiting', { waiting: workshop.waiting }),
      ],
      act: say('today.waiting.act'),
    }))
}

/** After those that were reported: those that wait for an answer. */
function ideasWaiting({ ideas }: ReadSources, { say }: Translator): Alert[] {
  if (!ideas || ideas.waiting === 0) return []
  return [
    {
      id: 'ideas',
      kind: 'idea',
      section: 'ideas',
      href: sectionAddress('ideas'),
      title: say('today.ideas', { count: ideas.waiting }),
      about: [],
      act: say('today.ideas.act'),
    },
  ]
}

/** Votes below which their share says nothing yet. */
const FIRST = 30

function turnoutOf({ votes, voters, results }: BallotView, { say, share }: Translator): string {
  if (results === 'closing' && votes === 0) return ''
  if (voters === undefined || votes < FIRST) return say('ballot.turnout.votes', { votes })
  return say('ballot.turnout', { votes, voters, share: share(votes, voters) })
}

function isTied({ state, options, votes, quorum }: BallotView): boolean {
  const most = Math.max(0, ...options.map(option => option.votes ?? 0))
  if (state !== 'closed' || most === 0 || votes < quorum) return false
  return options.filter(option => option.votes === most).length > 1
}

function ballotAlert(ballot: BallotView, about: readonly string[], act: string): Alert {
  const { id, question } = ballot
  return {
    id: `ballot-${id}`,
    kind: 'ballot',
    section: 'ballots',
    href: sectionAddress('ballots', id),
    title: question,
    about,
    act,
  }
}

/** Those about to close, the next to end first; then ties, the latest first. */
function ballotsToSee({ ballots = [] }: ReadSources, translator: Translator, now: number): Alert[] {
  const { say, shortDay, time } = translator
  const closing = ballots.filter(({ state, closesAt }) => state === 'open' && closesAt - now < SOON)
  const tied = ballots.filter(ballot => isTied(ballot) && now - ballot.closesAt < FRESH)
  return [
    ...closing.map(ballot => {
      const { closesAt } = ballot
      const left = closesAt - now < 12 * HOUR ? 'today.ballot.hours' : 'today.ballot.soon'
      const until = say(left, { date: shortDay(closesAt), time: time(closesAt) })
      return ballotAlert(ballot, [until, turnoutOf(ballot, translator)], say('today.ballot.act'))
    }),
    ...tied.map(ballot => ballotAlert(ballot, [say('today.ballot.tied')], say('today.ballot.result'))),
  ]
}

function broadcastsUnder(
  { broadcasts = [] }: ReadSources,
  translator: Translator,
  state: 'paused' | 'running',
): Alert[] {
  const { say, shortDay, time } = translator
  return broadcasts
    .filter(broadcast => broadcast.state === state)
    .map(({ id, text, figures, leavesAt }) => ({
      id: `broadcast-${id}`,
      kind: 'broadcast',
      section: 'broadcasts',
      href: sectionAddress('broadcasts', id),
      title: text.split('\n')[0]?.slice(0, 120) ?? '',
      about: [
        leavesAt === undefined
          ? say(state === 'paused' ? 'today.cast.paused' : 'today.cast.running')
          : capitalised(say('cast.leaves', { date: shortDay(leavesAt), time: time(leavesAt) })),
        say('cast.waiting', { count: figures.waiting }),
      ],
      act: say('today.cast.act'),
    }))
}

function announcementsToCheck({ announced = [] }: ReadSources, { say }: Translator): Alert[] {
  const lost = announced.filter(({ state }) => ['unknown', 'refused', 'dead'].includes(state))
  const [first] = lost
  if (!first) return []
  const { name, team } = first.channel
  return [
    {
      id: 'announced',
      kind: 'announced',
      section: 'broadcasts',
      href: sectionAddress('broadcasts', 'announced'),
      title: say('today.announced', { count: lost.length }),
      about: [say('today.announced.about', { channel: [team, name].filter(Boolean).join(' · ') })],
      act: say('today.announced.act'),
    },
  ]
}

function outOfReach({ reach }: ReadSources, { say }: Translator): Alert[] {
  if (!reach || reach.total.reachable === reach.total.people) return []
  const { reachable, notInstalled, blocked, noAccount } = reach.total
  const about = [
    notInstalled > 0 ? say('reach.not-installed', { count: notInstalled }) : '',
    blocked > 0 ? say('reach.blocked', { count: blocked }) : '',
    noAccount > 0 ? say('reach.no-account', { count: noAccount }) : '',
    headcountText(reach, say),
  ]
  return [
    {
      id: 'reach',
      kind: 'reach',
      section: 'people',
      href: sectionAddress('people', 'reach'),
      title: say('reach.count', { reachable, people: everybodyIn(reach) }),
      about,
      act: say('today.reach.act'),
    },
  ]
}

/** All alerts, the most urgent first: today's, then waiting ones, then suggestions. */
export function alertsIn(found: ReadSources, translator: Translator, now: number): readonly Alert[] {
  return [
    ...workshopsNow(found, translator, now),
    ...ballotsUnsaid(found, translator, true),
    ...ideasReported(found, translator),
    ...commentsReported(found, translator),
    ...broadcastsUnder(found, translator, 'paused'),
    ...ballotsToSee(found, translator, now),
    ...ballotsUnsaid(found, translator, false),
    ...announcementsToCheck(found, translator),
    ...broadcastsUnder(found, translator, 'running'),
    ...stepsWaiting(found, translator),
    ...ideasWaiting(found, translator),
    ...waitingLists(found, translator, now),
    ...directionsWithoutPilot(found, translator),
    ...outOfReach(found, translator),
  ]
}
