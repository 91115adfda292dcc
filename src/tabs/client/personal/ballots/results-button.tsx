import { Button } from '@fluentui/react-components'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** The totals while a ballot runs, or when they appear, and the results. */
export function ResultsButton({ ballot: { id, question, state } }: { ballot: BallotView }) {
  const { translator, open } = usePersonalTab()
  const word = state === 'closed' ? 'ballot.results' : 'ballot.totals'
  return (
    <Button
      size="small"
      appearance="subtle"
      className="plain"
      aria-label={actName(translator, word, question)}
      onClick={() => open({ kind: 'vote', ballot: id, looking: true })}
    >
      {translator.say(word)}
    </Button>
  )
}
