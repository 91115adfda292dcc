import { safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import { type Addressed, NAMED, tableOf } from './audience.ts'
import type { Ballot, BallotStage, Rules } from './domain.ts'

/** What the sentences about the rules need. */
type Ruled = Omit<Rules, 'opensAt'> &
  Pick<Ballot, 'closesAt'> &
  Pick<Addressed, 'named'> & { readonly stage?: BallotStage }

/** A moment as these sentences take it. */
export function momentIn(words: Words, ms: number) {
  return { date: words.shortDay(ms), time: words.time(ms) }
}

/**
 * « toutes Directions », « réservée à Lycées, Culture »; of many channels the first names, and the number of others.
 */
export function audienceText({ say }: Words, { audience, named }: Pick<Ruled, 'audience' | 'named'>): string {
  const more = audience.kind === 'channels' ? named.length - NAMED : 0
  const names = safe((more > 0 ? named.slice(0, NAMED) : named).join(', '))
  const others = more > 0 ? ` ${say('announce.places.more', { count: more })}` : ''
  const table = tableOf(audience)
  if (table !== undefined) return say('ballot.to.table', { names, table: safe(table) })
  return say(`ballot.to.${audience.kind}` as Key, { names: `${names}${others}` })
}

/** How one votes; '' for a single choice. */
export function kindText(
  { say }: Words,
  { kind, most, perOption }: Pick<Ruled, 'kind' | 'most' | 'perOption'>,
) {
  if (kind === 'approval') return say('ballot.rules.approval', { max: most })
  return kind === 'dots' ? say('ballot.rules.dots', { points: most, max: perOption }) : ''
}

/** The rules of a ballot that has ended. */
function closedRules(words: Words, ballot: Ruled): string {
  const { quorum, secret } = ballot
  const audience = audienceText(words, ballot)
  return [
    words.say(secret ? 'ballot.rules.secret.closed' : 'ballot.rules.open.closed', { audience }),
    quorum > 0 ? words.say('ballot.rules.quorum', { count: quorum }) : '',
  ]
    .filter(text => text !== '')
    .join(' ')
}

/** The rules, shown on the card before one votes. */
export function rulesText(words: Words, ballot: Ruled): string {
  const { closesAt, quorum, results, secret } = ballot
  if (ballot.stage === 'closed') return closedRules(words, ballot)
  const audience = audienceText(words, ballot)
  return [
    kindText(words, ballot),
    words.say(secret ? 'ballot.rules.secret' : 'ballot.rules.open', {
      ...momentIn(words, closesAt),
      audience,
    }),
    quorum > 0 ? words.say('ballot.rules.quorum', { count: quorum }) : '',
    results === 'closing' && !secret ? words.say('ballot.rules.atClose') : '',
  ]
    .filter(text => text !== '')
    .join(' ')
}
