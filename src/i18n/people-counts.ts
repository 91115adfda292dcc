import type { Shown } from '../kernel/counts.ts'
import type { Params } from './format.ts'
import type fr from './fr.json'

/** Messages that say how many people did something, and which of their values say it; headcounts are public. */
export const PEOPLE_COUNTS = {
  'after.feedback.count': ['count'],
  'ballot.count': ['count'],
  'ballot.direction': ['votes'],
  'ballot.noQuorum.sub': ['votes'],
  'ballot.participation': ['votes'],
  'ballot.participation.votes': ['votes'],
  'ballot.turnout': ['votes'],
  'ballot.turnout.votes': ['votes'],
  'ballot.won.sub': ['total'],
  'cast.again': ['count'],
  'cast.later': ['count'],
  'cast.leaving': ['count'],
  'cast.no-account': ['count'],
  'cast.not-sent': ['count'],
  'cast.on-pause': ['count'],
  'cast.others': ['count'],
  'cast.over': ['count'],
  'cast.progress': ['done', 'total'],
  'cast.recipients': ['count'],
  'cast.start': ['count'],
  'cast.stopped': ['sent', 'left'],
  'cast.tab.handled': ['done', 'total'],
  'cast.tab.handled.channels': ['done', 'total'],
  'cast.tab.sent': ['done', 'total'],
  'cast.tab.why': ['count'],
  'cast.tab.why.channels': ['count'],
  'cast.unknown': ['count'],
  'cast.unknown.left': ['count'],
  'cast.unreachable': ['count'],
  'cast.unwanted': ['count'],
  'cast.waiting': ['count'],
  'count.rounded': ['count'],
  'day.beyond': ['count'],
  'day.present': ['present', 'seats'],
  'direction.ideas.answered': ['count'],
  'direction.ideas.unit': ['count'],
  'direction.people': ['count'],
  'direction.seats': ['count'],
  'gallery.committed': ['count'],
  'gallery.members': ['count'],
  'gallery.supports': ['count'],
  'idea.queue.count': ['count'],
  'idea.supports': ['count'],
  'initiative.members': ['count'],
  'message.effect.acted': ['count'],
  'message.effect.quiet': ['count'],
  'message.effect.sent': ['count'],
  'organiser.seats': ['seats'],
  'organiser.waiting': ['waiting'],
  'reach.blocked': ['count'],
  'reach.count': ['reachable', 'people'],
  'reach.no-account': ['count'],
  'reach.not-installed': ['count'],
  'series.day.over': ['taken'],
  'tab.share': ['count'],
  'workshop.came': ['count'],
  'workshop.going': ['count'],
} as const satisfies Partial<Record<keyof typeof fr, readonly string[]>>

type Counting = typeof PEOPLE_COUNTS
type Shares<K extends keyof Counting> = Params & Readonly<Record<Counting[K][number], Shown | 0>>

// 0 written out is a word for nobody, not a figure.
/** What `say` takes beside a key: a figure about people only as `Shown`. */
export type Values<K extends PropertyKey> = K extends keyof Counting ? [params: Shares<K>] : [params?: Params]
