import type { ButtonsPart } from '../../../cards/parts.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { type BroadcastSeen, mayRepeat } from './progress.ts'

type Button = ButtonsPart['buttons'][number]

/** Buttons about one broadcast: each carries what it makes of it, never « the other way round ». */
function actOf({ broadcast: { id } }: BroadcastSeen) {
  return (title: string, verb: string, more: object = {}): Button => ({
    title,
    verb: `broadcasts.${verb}`,
    data: { broadcast: id, ...more },
  })
}

/** Its acts by where it stands, the likeliest first. `now`: milliseconds. */
export function actsOn({ say }: Words, seen: BroadcastSeen, now: number): readonly Button[] {
  const { broadcast, progress, rehearsal } = seen
  const { version, again, audience } = broadcast
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
  switch (progress.stage) {
    case 'draft':
      return rehearsal
        ? [...(count > 0 ? [act(start, 'start', { version })] : []), edit, remove]
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

/** What cannot be undone: whoever asks for it is asked once more. */
export const FOR_GOOD = ['stop', 'remove'] as const
export type ForGood = (typeof FOR_GOOD)[number]

/** Whether it would change anything. */
export function asksFor(asked: ForGood, { progress: { stage } }: BroadcastSeen): boolean {
  return asked === 'remove' ? stage === 'draft' : stage === 'running' || stage === 'paused'
}

/** It, and what can be done instead. */
export function forGoodActs({ say }: Words, seen: BroadcastSeen, asked: ForGood): readonly Button[] {
  const act = actOf(seen)
  const pause = seen.progress.stage === 'running' ? [act(say('cast.pause'), 'pause')] : []
  return [act(say(`cast.${asked}.sure`), asked), ...pause, act(say(`cast.${asked}.not`), 'show')]
}
