import { Button } from '@fluentui/react-components'
import type { BallotView } from '../../../contract/ballots.ts'
import { isLookedBackOn } from '../../data/sources/sources.ts'
import { useUnread } from '../../parts/notices/unread-notice.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { mineText, registeredText, uncalledText } from '../../parts/words/ballot-texts.ts'
import { actName } from '../../parts/words/button-name.ts'
import { useDesk } from '../navigation/context.tsx'
import { ShortList } from '../navigation/short-list.tsx'
import { TotalsButton } from './results-button.tsx'

function Ballot({ ballot }: { ballot: BallotView }) {
  const { speech, acting, open, me } = useDesk()
  const { id, question } = ballot
  const choice = mineText(speech, ballot)
  const closed = ballot.state === 'closed'
  const uncalled = acting && uncalledText(speech, ballot, me.direction !== undefined)
  return (
    <div className="row">
      <h3>{question}</h3>
      {choice && (
        <p className="quiet" data-unkept>
          {speech.say('tab.ballot.mine', { choice })}
        </p>
      )}
      {uncalled && <p className="quiet">{uncalled}</p>}
      {ballot.secret && ballot.mine && <p className="quiet">{registeredText(speech, ballot)}</p>}
      <div className="acts">
        <StateBadge tone={closed ? 'neutral' : 'brand'}>
          {speech.say(closed ? 'tab.ballot.closed' : 'ballot.state.open')}
        </StateBadge>
        {acting && !closed && ballot.mine && (
          <Button
            size="small"
            appearance="subtle"
            className="plain"
            aria-label={actName(speech, 'ballot.change', question)}
            onClick={() => open({ kind: 'vote', ballot: id })}
          >
            {speech.say('ballot.change')}
          </Button>
        )}
        <TotalsButton ballot={ballot} />
      </div>
    </div>
  )
}

/** Ballots I voted in, and results; all of them for who never votes. Absent when there is neither. */
export function Ballots() {
  const { speech, values, cut, acting } = useDesk()
  const ballots = values.ballots?.filter(ballot => !acting || isLookedBackOn(ballot))
  // Whoever votes is told where votes wait.
  const unread = useUnread(['unread.ballots']) && !acting
  if (!ballots?.length && !cut.ballots && !unread) return null
  return (
    <Panel title={speech.say(acting ? 'tab.ballots' : 'tab.ballots.all')}>
      <ShortList
        items={ballots}
        source="ballots"
        {...(!acting && { part: 'unread.ballots' })}
        limit={2}
        empty={null}
        draw={ballot => <Ballot ballot={ballot} />}
      />
    </Panel>
  )
}
