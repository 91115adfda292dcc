import { Button } from '@fluentui/react-components'
import type { BallotView } from '../../../contract/ballots.ts'
import { actName } from '../../parts/words/button-name.ts'
import { useDesk } from '../navigation/context.tsx'

/** The totals while a ballot runs, or when they appear, and the results. */
export function TotalsButton({ ballot: { id, question, state } }: { ballot: BallotView }) {
  const { speech, open } = useDesk()
  const word = state === 'closed' ? 'ballot.results' : 'ballot.totals'
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
