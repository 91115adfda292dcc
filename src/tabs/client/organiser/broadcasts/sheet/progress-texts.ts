import { MINUTE } from '../../../../../kernel/time/clock.ts'
import { dateIn, dayAfter } from '../../../../../kernel/time/time-zone.ts'
import type { BroadcastView } from '../../../../contract/broadcasts.ts'
import { capitalised } from '../../../parts/words/capital.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import { type CountPart, inChannels } from './counts.tsx'

type LeavingView = Pick<BroadcastView, 'leavesAt' | 'state'>

/** « Messages traités : 4 060 sur 6 700 »; once it is stopped, « 0 envoyé, 27 non partis » */
export function handledText({ say }: Translator, view: BroadcastView): string {
  const { handled: done, recipients: total, sent, stopped } = view.figures
  // What was stopped waits no more, so that all of it counts as handled.
  if (view.state === 'stopped') return say('cast.tab.handled.stopped', { sent, stopped })
  return inChannels(view)
    ? say('cast.tab.handled.channels', { done, total })
    : say('cast.tab.handled', { done, total })
}

/** « Partira demain à 9 h », of a draft if it is sent now; '' of one that leaves at once. `now`: milliseconds. */
export function leavesText(
  { say, time, shortDay, zone }: Translator,
  view: LeavingView,
  now: number,
): string {
  const { leavesAt, state } = view
  if (leavesAt === undefined || (state !== 'running' && state !== 'draft' && state !== 'planned')) return ''
  const [day, today] = [dateIn(leavesAt, zone), dateIn(now, zone)]
  const at = { date: shortDay(leavesAt), time: time(leavesAt) }
  if (day === today) return capitalised(say('cast.leaves.today', at))
  return capitalised(say(day === dayAfter(today) ? 'cast.leaves.tomorrow' : 'cast.leaves', at))
}

/** Above this many minutes the time alone says more (ms). */
const SOON = 90 * MINUTE

/** « Fin prévue à 9 h 47, dans une minute environ ». `now`: milliseconds. */
export function endText({ say, time, shortDay, zone }: Translator, view: BroadcastView, now: number): string {
  const { endsAt, state } = view
  if (endsAt === undefined || state !== 'running') return ''
  const at = time(endsAt)
  if (dateIn(endsAt, zone) !== dateIn(now, zone))
    return capitalised(say('cast.eta.day', { date: shortDay(endsAt), time: at }))
  const eta = capitalised(say('cast.eta', { time: at }))
  const left = endsAt - now
  if (left > SOON) return eta
  return say('cast.tab.eta.soon', { eta, count: Math.max(1, Math.ceil(left / MINUTE)) })
}

function waitingSub({ say, language }: Translator, view: BroadcastView): string {
  const { state, figures, perSecond, leavesAt, endsAt } = view
  // The title says when it leaves.
  if (figures.waiting === 0 || leavesAt !== undefined) return ''
  if (state === 'paused') return say('cast.tab.waiting.paused')
  if (perSecond === undefined || endsAt === undefined) return say('cast.tab.why.later.help')
  return say('cast.tab.waiting.rate', { rate: perSecond.toLocaleString(language) })
}

/** The four counts, in the order of the bar. Once stopped, unsent messages take the place of waiting ones. */
export function partsOf(translator: Translator, view: BroadcastView): readonly CountPart[] {
  const { say } = translator
  const { sent, waiting, stopped, unreachable, unknown } = view.figures
  const ended = view.state === 'stopped'
  return [
    {
      id: 'sent',
      fill: 'full',
      label: say('cast.tab.sent.label'),
      count: sent,
      sub: say('cast.tab.sent.sub'),
    },
    {
      id: 'waiting',
      fill: 'none',
      label: say(ended ? 'cast.tab.stopped.label' : 'cast.tab.waiting.label'),
      count: ended ? stopped : waiting,
      sub: ended ? say('cast.tab.stopped.sub') : waitingSub(translator, view),
    },
    {
      id: 'unreachable',
      fill: 'hatch',
      label: say('cast.tab.unreachable.label'),
      count: unreachable,
    },
    {
      id: 'unknown',
      fill: 'dots',
      label: say('cast.tab.unknown.label'),
      count: unknown,
      sub: unknown > 0 ? say('cast.tab.unknown.sub') : '',
    },
  ]
}
