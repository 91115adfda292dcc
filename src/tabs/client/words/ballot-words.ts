import type { Key } from '../../../i18n/words.ts'
import type { BallotView } from '../../contract/ballots.ts'
import type { Speech } from './speech.ts'

const TO: Readonly<Record<BallotView['audience'], Key>> = {
  everybody: 'ballot.to.everybody',
  directions: 'ballot.to.directions',
  workshop: 'ballot.to.workshop',
  channels: 'ballot.to.channels',
}

/** Names of channels that the sentence takes, as on the card. */
const NAMED = 4

function namesText({ say }: Speech, { audience, named }: BallotView): string {
  const more = audience === 'channels' ? named.length - NAMED : 0
  if (more <= 0) return named.join(', ')
  return `${named.slice(0, NAMED).join(', ')} ${say('announce.places.more', { count: more })}`
}

/** How one votes, where there is more to it than choosing. */
export function kindText({ say }: Speech, { kind, most, perOption }: BallotView): string {
  if (kind === 'approval') return say('ballot.rules.approval', { max: most })
  return kind === 'dots' ? say('ballot.rules.dots', { points: most, max: perOption }) : ''
}

/** The vote's rules, in the sentences of its card. */
export function rulesText(speech: Speech, ballot: BallotView): string {
  const { closesAt, quorum, results, secret, audience } = ballot
  const { say } = speech
  const to = say(TO[audience], { names: namesText(speech, ballot) })
  const when = { date: speech.shortDay(closesAt), time: speech.time(closesAt) }
  return [
    kindText(speech, ballot),
    say(secret ? 'ballot.rules.secret' : 'ballot.rules.open', { ...when, audience: to }),
    quorum > 0 ? say('ballot.rules.quorum', { count: quorum }) : '',
    results === 'closing' && !secret ? say('ballot.rules.atClose') : '',
  ]
    .filter(text => text !== '')
    .join(' ')
}

/** Why an open ballot does not ask me here; '' where it does. `placed`: I said my Direction. */
export function uncalledText({ say }: Speech, ballot: BallotView, placed: boolean): string {
  const { state, called, mine, audience } = ballot
  if (state === 'closed' || called || mine) return ''
  if (audience === 'channels') return say('ballot.inChannel')
  return say(audience === 'directions' && !placed ? 'ballot.placeFirst' : 'ballot.notCalled')
}

/** That my vote stands: registered, or sealed. */
export function registeredText({ say }: Speech, { secret }: BallotView): string {
  return say(secret ? 'ballot.sealed' : 'ballot.registered')
}

/** What I chose, by its words; with points where they are shared out. */
export function mineText({ say }: Speech, { kind, options, mine = [] }: BallotView): string {
  const chosen = options.flatMap(({ id, title }) => {
    const points = mine.find(({ option }) => option === id)?.points
    if (points === undefined) return []
    return [kind === 'dots' ? say('tab.ballot.option.points', { title, count: points }) : title]
  })
  return chosen.join(', ')
}
