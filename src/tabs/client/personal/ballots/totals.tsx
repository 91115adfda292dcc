import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { turnoutSoFar } from '../../parts/words/ballot-texts.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type Option = BallotView['options'][number]

/** Denominator of a share: all points where points are shared out, else all voters. */
function wholeOf({ kind, options, votes }: BallotView): number {
  return kind === 'dots' ? options.reduce((sum, option) => sum + (option.votes ?? 0), 0) : votes
}

function shareText(translator: Translator, ballot: BallotView, votes: number): string {
  const share = translator.share(votes, wholeOf(ballot))
  return translator.say(ballot.kind === 'dots' ? 'ballot.share.dots' : 'tab.ballot.share', { share })
}

function ownText({ say }: Translator, { kind, mine }: BallotView, { id }: Option): string {
  const points = mine?.find(({ option }) => option === id)?.points
  if (points === undefined) return ''
  return kind === 'dots' ? say('ballot.mine.points', { count: points }) : say('ballot.choice')
}

/** Text left, bold count right; the bar only repeats it. Before the end of one without live totals, the text alone. */
function Total({ option, ballot }: { option: Option; ballot: BallotView }) {
  const { translator } = usePersonalTab()
  const { votes } = option
  const whole = wholeOf(ballot)
  const word = ballot.kind === 'dots' ? 'ballot.points' : 'ballot.count'
  const notes = [
    ...(votes === undefined ? [] : [shareText(translator, ballot, votes)]),
    ownText(translator, ballot, option),
  ]
  return (
    <li className="total">
      <span className="total-title">{option.title}</span>
      {votes !== undefined && (
        <>
          <strong>{translator.say(word, { count: votes })}</strong>
          <span className="bar" aria-hidden="true">
            <span
              className="bar-fill"
              style={{ width: `${whole === 0 ? 0 : Math.round((100 * votes) / whole)}%` }}
            />
          </span>
        </>
      )}
      <span className="quiet total-note">{notes.filter(note => note !== '').join('\u00A0· ')}</span>
    </li>
  )
}

/** Totals in the order of the options; where they are for the end, when that is. */
export function Totals({ ballot }: { ballot: BallotView }) {
  const { translator } = usePersonalTab()
  const { state, closesAt } = ballot
  const turnout = turnoutSoFar(translator, ballot)
  const later = state === 'open' && ballot.options.every(({ votes }) => votes === undefined)
  const when = { date: translator.shortDay(closesAt), time: translator.time(closesAt) }
  return (
    <>
      {later && <p>{translator.say('ballot.totals.later', when)}</p>}
      <ul className="totals">
        {ballot.options.map(option => (
          <Total key={option.id} option={option} ballot={ballot} />
        ))}
      </ul>
      {turnout && <p className="quiet">{turnout}</p>}
    </>
  )
}
