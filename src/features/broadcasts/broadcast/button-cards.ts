import type { ButtonsPart } from '../../../cards/parts.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { clockIn, dateIn } from '../../../kernel/time/time-zone.ts'
import { type BroadcastSeen, mayRepeat } from './progress.ts'

type Button = ButtonsPart['buttons'][number]

/** Buttons carry the target state, never a toggle. */
function actOf({ broadcast: { id } }: BroadcastSeen) {
  return (title: string, verb: string, more: object = {}): Button => ({
    title,
    verb: `broadcasts.${verb}`,
    data: { broadcast: id, ...more },
  })
}

/** Buttons by stage, likeliest first. `now`: milliseconds. */
export function actsOn({ say, zone }: Words, seen: BroadcastSeen, now: number): readonly Button[] {
  const { broadcast, progress, rehearsal } = seen
  const { version, again, audience, plan } = broadcast
  const act = actOf(seen)
  const inChannels = audience.kind === 'channels'
  const count = exact('reach', rehearsal?.reached ?? 0)
  const start = say(inChannels ? 'cast.start.channels' : 'cast.start', { count })
  const edit = act(say('cast.edit'), 'form')
  const stop = act(say('cast.stop'), 'show', { asked: 'stop' })
  const remove = act(say('cast.remove'), 'show', { asked: 'remove' })
  const refresh = act(say('cast.refresh'), 'show')
  const unknown = exact('reach', progress.tally.unknown)
  const repeat = say(inChannels ? 'cast.again.channels' : 'cast.again', { count: unknown })
  const repeats = unknown > 0 && mayRepeat(seen, now) ? [act(repeat, 'again', { again: again + 1 })] : []
  // What was taken back is one press away, as long as its hour is to come.
  const typed = plan && { date: dateIn(plan.at, zone), time: clockIn(plan.at, zone) }
  const replan =
    plan?.off === 'cancelled' && plan.at > now
      ? [act(say('cast.plan.again'), 'plan', { version, ...typed })]
      : []
  const hour = act(say(plan ? 'cast.plan.change' : 'cast.plan'), 'plan-form')
  switch (progress.stage) {
    case 'planned':
      return [
        hour,
        ...(count > 0 ? [act(say('cast.start.now'), 'start', { version })] : []),
        act(say('cast.unplan'), 'unplan'),
        edit,
      ]
    case 'draft':
      return rehearsal
        ? [...(count > 0 ? [act(start, 'start', { version }), hour] : []), ...replan, edit, remove]
        : [act(say('cast.rehearse'), 'rehearse'), edit, remove]
    case 'running':
      return [refresh, act(say('cast.pause'), 'pause'), stop, ...repeats]
    case 'paused':
      return [act(say('cast.go-on'), 'go-on'), stop, refresh]
    case 'done':
      return [refresh, ...repeats]
    default:
      return [refresh]
  }
}

/** Irreversible acts, which need a confirmation. */
export const FOR_GOOD = ['stop', 'remove'] as const
export type ForGood = (typeof FOR_GOOD)[number]

/** Whether the act would change anything. */
export function asksFor(asked: ForGood, { progress: { stage } }: BroadcastSeen): boolean {
  return asked === 'remove' ? stage === 'draft' : stage === 'running' || stage === 'paused'
}

/** The confirmation, with its alternatives. */
export function forGoodActs({ say }: Words, seen: BroadcastSeen, asked: ForGood): readonly Button[] {
  const act = actOf(seen)
  const pause = seen.progress.stage === 'running' ? [act(say('cast.pause'), 'pause')] : []
  return [act(say(`cast.${asked}.sure`), asked), ...pause, act(say(`cast.${asked}.not`), 'show')]
}
