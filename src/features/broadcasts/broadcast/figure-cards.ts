import type { FactsPart } from '../../../cards/parts.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import { type Rehearsal, shownChoices } from '../audience/rehearsal.ts'
import { leavesText } from './plan-cards.ts'
import { type BroadcastSeen, mayRepeat, type Progress, shownLater } from './progress.ts'

type Facts = FactsPart['facts']

/** Counts of the installation are exact, for organisers and observers only. */
const shown = (count: number): Shown => exact('reach', count)

/** A line, unless its count is 0. */
function line(count: number, icon: string, text: string): Facts {
  return count > 0 ? [{ icon, text }] : []
}

function reasonsText({ say }: Words, blocked: number, notInstalled: number): string {
  const reasons = [
    ...(blocked > 0 ? [say('reach.blocked', { count: shown(blocked) })] : []),
    ...(notInstalled > 0 ? [say('reach.not-installed', { count: shown(notInstalled) })] : []),
  ]
  return reasons.join(', ')
}

function unreachableFacts(words: Words, blocked: number, notInstalled: number): Facts {
  const count = shown(blocked + notInstalled)
  const reason = reasonsText(words, blocked, notInstalled)
  return line(count, 'PlugDisconnected', words.say('cast.unreachable', { count, reason }))
}

function shutFacts({ say }: Words, count: number): Facts {
  return line(count, 'PlugDisconnected', say('cast.unreachable.channels', { count }))
}

/** Sizes of the audience today, and the time of sending unless at once. */
export function rehearsalFacts(words: Words, seen: BroadcastSeen, rehearsal: Rehearsal, now: number): Facts {
  const { say } = words
  const inChannels = seen.broadcast.audience.kind === 'channels'
  const { leavesAt } = seen.progress
  const { recipients, blocked, notInstalled, noAccount, observers } = rehearsal
  const { over, paused, stopped } = shownChoices(rehearsal)
  const counted = say('cast.recipients', { count: shown(recipients) })
  const isPlanned = seen.progress.stage === 'planned'
  const leaves = !isPlanned && leavesAt !== undefined && leavesText(words, leavesAt, now)
  return [
    { icon: 'People', text: leaves ? `${counted} · ${leaves}` : counted },
    ...(inChannels ? shutFacts(words, notInstalled) : unreachableFacts(words, blocked, notInstalled)),
    ...line(stopped, 'AlertOff', say('cast.unwanted', { count: stopped })),
    ...line(over, 'CalendarLtr', say('cast.over', { count: over })),
    ...line(paused, 'Clock', say('cast.on-pause', { count: paused })),
    ...line(noAccount, 'PersonAdd', say('cast.no-account', { count: shown(noAccount) })),
    ...line(observers, 'Eye', say('cast.observers', { count: shown(observers) })),
  ]
}

/** « Fin prévue à 10 h 12 », with its day when that is another. */
function endText(words: Words, endsAt: number, now: number): string {
  const time = words.time(endsAt)
  if (dateIn(endsAt, words.zone) === dateIn(now, words.zone)) return words.say('cast.eta', { time })
  return words.say('cast.eta.day', { date: words.shortDay(endsAt), time })
}

function waitingText(words: Words, progress: Progress, now: number): string {
  const { stage, tally, leavesAt, endsAt } = progress
  const count = shown(tally.waiting)
  if (stage === 'stopped') return words.say('cast.leaving', { count })
  const waiting = words.say('cast.waiting', { count })
  if (stage === 'running' && leavesAt !== undefined) return `${waiting} · ${leavesText(words, leavesAt, now)}`
  const end = stage === 'running' && endsAt !== undefined ? ` · ${endText(words, endsAt, now)}` : ''
  return `${waiting}${end}`
}

/** Progress, as far as it can be known. `now`: milliseconds. */
export function progressFacts(words: Words, seen: BroadcastSeen, now: number): Facts {
  const { say } = words
  const { progress } = seen
  const { tally } = progress
  const later = shownLater(progress)
  const { recipients, sent, waiting, blocked, notInstalled, unreachable, unknown, stopped, others } = tally
  const unconfirmed = mayRepeat(seen, now) ? 'cast.unknown' : 'cast.unknown.left'
  const reached = blocked + notInstalled > 0
  return [
    { icon: 'CheckmarkCircle', text: say('cast.progress', { done: shown(sent), total: shown(recipients) }) },
    ...line(waiting, 'Clock', waitingText(words, progress, now)),
    ...line(later, 'CalendarLtr', say('cast.later', { count: later })),
    ...(reached ? unreachableFacts(words, blocked, notInstalled) : shutFacts(words, unreachable)),
    ...line(unknown, 'QuestionCircle', say(unconfirmed, { count: shown(unknown) })),
    ...line(stopped, 'DismissCircle', say('cast.not-sent', { count: shown(stopped) })),
    ...line(others, 'CalendarCancel', say('cast.others', { count: shown(others) })),
  ]
}
