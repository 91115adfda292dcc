import type { BallotView } from '../../contract/ballots.ts'
import { useDesk } from '../page/desk.tsx'

type Option = BallotView['options'][number]

/** Text left, bold count right; the bar only repeats it. */
function Total({ option, ballot }: { option: Option; ballot: BallotView }) {
  const { speech } = useDesk()
  const share = ballot.votes === 0 ? 0 : option.votes / ballot.votes
  return (
    <li className="total">
      <span className="total-title">{option.title}</span>
      <strong>{speech.say('ballot.count', { count: option.votes })}</strong>
      <span className="bar" aria-hidden="true">
        <span className="bar-fill" style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span className="quiet total-note">
        {speech.say('tab.ballot.share', { share: speech.share(option.votes, ballot.votes) })}
        {ballot.mine?.some(each => each.option === option.id) && ` · ${speech.say('ballot.choice')}`}
      </span>
    </li>
  )
}

/** Live totals, in the order of the options. */
export function Totals({ ballot }: { ballot: BallotView }) {
  const { speech } = useDesk()
  const { votes, voters } = ballot
  return (
    <>
      <ul className="totals">
        {ballot.options.map(option => (
          <Total key={option.id} option={option} ballot={ballot} />
        ))}
      </ul>
      <p className="quiet">
        {speech.say('ballot.turnout', { votes, voters, share: speech.share(votes, voters) })}
      </p>
    </>
  )
}
