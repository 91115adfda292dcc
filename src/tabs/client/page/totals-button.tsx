import { Button } from '@fluentui/react-components'
import type { BallotView } from '../../contract/ballots.ts'
import { actName } from '../words/act-name.ts'
import { useDesk } from './desk.tsx'

/** What the channel's card shows to everybody: the totals while a ballot runs, if they are shown then, and the results. */
export function TotalsButton({ ballot: { id, question, state, results } }: { ballot: BallotView }) {
  const { speech, open } = useDesk()
  const word = state === 'closed' ? 'ballot.results' : results === 'live' ? 'ballot.totals' : 'ballot.look'
  return (
    <Button
      size="small"
      appearance="subtle"
      className="plain"
      aria-label={actName(speech, word, question)}
      onClick={() => open({ kind: 'vote', ballot: id, looking: true })}
    >
      {speech.say(word)}
    </Button>
  )
}
