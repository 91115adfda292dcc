import type { Key } from '../../../../i18n/words.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { Translator } from './translator.ts'

const TO: Readonly<Record<BallotView['audience'], Key>> = {
  everybody: 'ballot.to.everybody',
  directions: 'ballot.to.directions',
  workshop: 'ballot.to.workshop',
  present: 'ballot.to.present',
  channels: 'ballot.to.channels',
}

/** Names of channels that the sentence takes, as on the card. */
const NAMED = 4

function namesText({ say }: Translator, { audience, named }: BallotView): string {
  const more = audience === 'channels' ? named.length - NAMED : 0
  if (more <= 0) return named.join(', ')
  return `${named.slice(0, NAMED).join(', ')} ${say('announce.places.more', { count: more })}`
}

/** How one votes, where there is more to it than choosing. */
export function kindText({ say }: Translator, { kind, most, perOption }: BallotView): string {
  if (kind === 'approval') return say('ballot.rules.approval', { max: most })
  return kind === 'dots' ? say('ballot.rules.dots', { points: most, max: perOption }) : ''
}

/** By which rules one voted, once it has closed. */
function closedRules(translator: Translator, { quorum, secret }: BallotView, audience: string): string {
  const { say } = translator
  const said = say(secret ? 'ballot.rules.secret.closed' : 'ballot.rules.open.closed', { audience })
  return quorum > 0 ? `${said} ${say('ballot.rules.quorum', { count: quorum })}` : said
}

/** The vote's rules, in the sentences of its card. */
export function rulesText(translator: Translator, ballot: BallotView): string {
  const { closesAt, quorum, results, secret, audience, table } = ballot
  const { say } = translator
  const names = namesText(translator, ballot)
  const to = table === undefined ? say(TO[audience], { names }) : say('ballot.to.table', { names, table })
  if (ballot.state === 'closed') return closedRules(translator, ballot, to)
  const when = { date: translator.shortDay(closesAt), time: translator.time(closesAt) }
  return [
    kindText(translator, ballot),
    say(secret ? 'ballot.rules.secret' : 'ballot.rules.open', { ...when, audience: to }),
    quorum > 0 ? say('ballot.rules.quorum', { count: quorum }) : '',
    results === 'closing' && !secret ? say('ballot.rules.atClose') : '',
  ]
    .filter(text => text !== '')
    .join(' ')
}

/** Why an open ballot does not ask me here; '' where it does. `placed`: I said my Direction. */
export function uncalledText({ say }: Translator, ballot: BallotView, placed: boolean): string {
  const { state, called, mine, audience } = ballot
  if (state === 'closed' || called || mine) return ''
  if (audience === 'channels') return say('ballot.inChannel')
  return say(audience === 'directions' && !placed ? 'ballot.placeFirst' : 'ballot.notCalled')
}

/** Of how many, where that is known. */
export function turnoutText({ say, share }: Translator, { votes, voters, withheld }: BallotView): string {
  if (withheld === 'few') return say('ballot.participation.few')
  if (!voters) return say('ballot.turnout.votes', { votes })
  return say('ballot.turnout', { votes, voters, share: share(votes, voters) })
}

/** Votes from which the turn-out of a running ballot is shown, as on its card, unless half have voted. */
const FIRST = 30

/** Whether it runs, and so few have voted that their share says nothing yet. */
export function isBeginning({ state, votes, voters }: BallotView): boolean {
  return state === 'open' && votes < FIRST && (voters === undefined || 2 * votes < voters)
}

/** Turn-out shown to somebody who may vote; '' before the first vote. */
export function turnoutSoFar(translator: Translator, ballot: BallotView): string {
  const { votes } = ballot
  if (!isBeginning(ballot)) return turnoutText(translator, ballot)
  return votes === 0 ? '' : translator.say('ballot.turnout.first')
}

/** Confirms that my vote is registered, or sealed. */
export function registeredText({ say }: Translator, { secret }: BallotView): string {
  return say(secret ? 'ballot.sealed' : 'ballot.registered')
}

/** What I chose, by its words; with points where they are shared out. */
export function mineText({ say }: Translator, { kind, options, mine = [] }: BallotView): string {
  const chosen = options.flatMap(({ id, title }) => {
    const points = mine.find(({ option }) => option === id)?.points
    if (points === undefined) return []
    return [kind === 'dots' ? say('tab.ballot.option.points', { title, count: points }) : title]
  })
  return chosen.join(', ')
}
