import { Button } from '@fluentui/react-components'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { mineText, registeredText, uncalledText } from '../../parts/words/ballot-texts.ts'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { ResultsButton } from './results-button.tsx'

/** A ballot I voted in, or its result. */
export default function BallotRow({ ballot }: { ballot: BallotView }) {
  const { translator, acting, open, me } = usePersonalTab()
  const { id, question } = ballot
  const choice = mineText(translator, ballot)
  const closed = ballot.state === 'closed'
  const uncalled = acting && uncalledText(translator, ballot, me.direction !== undefined)
  return (
    <div className="row">
      <h3>{question}</h3>
      {choice && (
        <p className="quiet" data-unkept>
          {translator.say('tab.ballot.mine', { choice })}
        </p>
      )}
      {uncalled && <p className="quiet">{uncalled}</p>}
      {ballot.secret && ballot.mine && <p className="quiet">{registeredText(translator, ballot)}</p>}
      <div className="acts">
        <StateBadge tone={closed ? 'neutral' : 'brand'}>
          {translator.say(closed ? 'tab.ballot.closed' : 'ballot.state.open')}
        </StateBadge>
        {acting && !closed && ballot.mine && (
          <Button
            size="small"
            appearance="subtle"
            className="plain"
            aria-label={actName(translator, 'ballot.change', question)}
            onClick={() => open({ kind: 'vote', ballot: id })}
          >
            {translator.say('ballot.change')}
          </Button>
        )}
        <ResultsButton ballot={ballot} />
      </div>
    </div>
  )
}
