import { plain } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { Programme } from '../../programme/index.ts'
import type { BroadcastSubject, TargetAudience } from '../audience/domain.ts'
import type { Broadcast, BroadcastTitles } from './domain.ts'

export type BroadcastCardContext = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'direction' | 'directions' | 'headcount'>
}

/** Names in a sentence; the others are counted. */
const NAMED = 4

function listed({ say }: Words, names: readonly string[]): string {
  const more = names.length - NAMED
  const first = names.slice(0, NAMED).join(', ')
  return more > 0 ? `${first} ${say('announce.places.more', { count: more })}` : first
}

function directionsIn({ words, programme }: BroadcastCardContext, ids: readonly string[]): string {
  return listed(
    words,
    ids.map(id => programme.direction(id)?.name ?? id),
  )
}

/** « Directions : Lycées, Culture ». Unescaped names. */
export function audienceText(
  context: BroadcastCardContext,
  audience: TargetAudience,
  { audience: title }: BroadcastTitles,
): string {
  const { words } = context
  switch (audience.kind) {
    case 'directions':
      return words.say('cast.to.directions.of', { names: directionsIn(context, audience.directions) })
    case 'channels':
      return words.say('cast.to.channels.of', { names: directionsIn(context, audience.directions) })
    case 'roles':
      return listed(
        words,
        audience.roles.map(role => words.say(`cast.to.role.${role}` as Key)),
      )
    case 'workshop':
      return words.say('cast.to.workshop', { title })
    default:
      return words.say('cast.to.everybody')
  }
}

/** « Atelier : Le lycée, demain ». Unescaped. */
export function thingText({ say }: Words, { kind }: BroadcastSubject, title: string): string {
  return say(`cast.with.${kind}` as const, { title })
}

/** Characters of an excerpt. */
const EXCERPT = 120

/** Title of a broadcast: its first line, cut. Unescaped. */
export function excerptOf({ text }: Pick<Broadcast, 'text'>): string {
  const line = plain(text.split('\n', 1)[0] ?? '')
  const letters = [...line]
  return letters.length <= EXCERPT ? line : `${letters.slice(0, EXCERPT - 1).join('')}…`
}
