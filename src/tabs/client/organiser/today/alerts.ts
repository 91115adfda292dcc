import { DAY } from '../../../../kernel/time/clock.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { BroadcastView } from '../../../contract/broadcasts.ts'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { seatsText } from '../../parts/workshops/seats-text.ts'
import { unplannedText } from '../broadcasts/broadcast/texts.ts'
import { sectionAddress } from '../parts/address.ts'
import { everybodyIn, headcountText } from '../parts/reach-total.ts'
import type { Alert, ReadSources } from './alert.ts'
import { openingsToday } from './opening-alerts.ts'
import { directionsWithoutPilot } from './pilot-alerts.ts'
import { commentsReported, ideasReported } from './report-alerts.ts'
import { ballotsUnsaid } from './sequel-alerts.ts'
import { stepsWaiting } from './step-alerts.ts'
import { summariesDue, workshopsRunning, workshopsToCome } from './week-alerts.ts'

/** A tie is for the Lab' to settle while it is fresh (ms). */
const FRESH = 7 * DAY

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

function isTied({ state, options, votes, quorum }: BallotView): boolean {
  const most = Math.max(0, ...options.map(option => option.votes ?? 0))
  if (state !== 'closed' || most === 0 || votes < quorum) return false
  return options.filter(option => option.votes === most).length > 1
}

/** Ties, the latest first: one that is open, or was won, asks nothing of the Lab'. */
function ballotsToSee({ ballots = [] }: ReadSources, { say }: Translator, now: number): Alert[] {
  return ballots
    .filter(ballot => isTied(ballot) && now - ballot.closesAt < FRESH)
    .map(({ id, question }) => ({
      id: `ballot-${id}`,
      kind: 'ballot',
      section: 'ballots',
      href: sectionAddress('ballots', id),
      title: question,
      about: [say('today.ballot.tied')],
      act: say('today.ballot.result'),
    }))
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

/** What starts by itself, and what was to and did not: that one asks for a hand. */
function broadcastsPlanned(
  { broadcasts = [] }: ReadSources,
  translator: Translator,
  missed: boolean,
): Alert[] {
  const { say, shortDay, time } = translator
  return broadcasts
    .filter(({ state, plan }) => (missed ? isMissed(plan) : state === 'planned'))
    .map(broadcast => {
      const { id, text, leavesAt = 0 } = broadcast
      const leaves = capitalised(say('cast.leaves', { date: shortDay(leavesAt), time: time(leavesAt) }))
      return {
        id: `broadcast-${id}`,
        kind: 'broadcast',
        section: 'broadcasts',
        href: sectionAddress('broadcasts', id),
        title: text.split('\n')[0]?.slice(0, 120) ?? '',
        about: [missed ? unplannedText(translator, broadcast) : leaves],
        act: say('today.cast.act'),
      }
    })
}

/** Whoever took it back knows; a closed programme sends nothing more. */
function isMissed(plan: BroadcastView['plan']): boolean {
  return plan?.off !== undefined && plan.off !== 'cancelled' && plan.off !== 'closed'
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

/** All alerts, the most urgent first: what runs, what is to be closed, today's, then waiting ones, the week, then suggestions. */
export function alertsIn(found: ReadSources, translator: Translator, now: number): readonly Alert[] {
  return [
    ...workshopsRunning(found, translator),
    ...summariesDue(found, translator),
    ...workshopsToCome(found, translator, 'today'),
    ...openingsToday(found, translator),
    ...ballotsUnsaid(found, translator, true),
    ...ideasReported(found, translator),
    ...commentsReported(found, translator),
    ...broadcastsPlanned(found, translator, true),
    ...broadcastsUnder(found, translator, 'paused'),
    ...ballotsToSee(found, translator, now),
    ...ballotsUnsaid(found, translator, false),
    ...announcementsToCheck(found, translator),
    ...broadcastsUnder(found, translator, 'running'),
    ...broadcastsPlanned(found, translator, false),
    ...stepsWaiting(found, translator),
    ...ideasWaiting(found, translator),
    ...workshopsToCome(found, translator, 'later'),
    ...waitingLists(found, translator, now),
    ...directionsWithoutPilot(found, translator),
    ...outOfReach(found, translator),
  ]
}
