import { lazy } from 'react'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { isLookedBackOn } from '../../data/sources/sources.ts'
import { useUnread } from '../../parts/notices/unread-notice.tsx'
import type { Translator } from '../../parts/words/translator.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Fold } from '../navigation/fold.tsx'
import { ShortList } from '../navigation/short-list.tsx'

// Folded at first.
const BallotRow = lazy(() => import('./ballot-row.tsx'))

/** « 1 en cours », or how many are closed; they stand in that order in the list. */
function stateOf(ballots: readonly BallotView[], cut: boolean, { say }: Translator): string {
  const open = ballots.filter(({ state }) => state === 'open').length
  if (cut && open === ballots.length) return ''
  if (open > 0) return say('tab.fold.open', { count: open })
  return cut ? '' : say('tab.fold.closed', { count: ballots.length })
}

/** Ballots I voted in, and results; all of them for who never votes. Absent when there is neither. */
export function Ballots() {
  const { translator, values, cut, acting } = usePersonalTab()
  const ballots = values.ballots?.filter(ballot => !acting || isLookedBackOn(ballot))
  // The failure is shown where votes wait.
  const unread = useUnread(['unread.ballots']) && !acting
  if (!ballots?.length && !cut.ballots && !unread) return null
  return (
    <Fold
      name="ballots"
      title={translator.say(acting ? 'tab.ballots' : 'section.ballots')}
      state={stateOf(ballots ?? [], cut.ballots === true, translator)}
      {...(!acting && { part: 'unread.ballots' })}
    >
      <ShortList
        items={ballots}
        source="ballots"
        {...(!acting && { part: 'unread.ballots' })}
        limit={2}
        empty={null}
        draw={ballot => <BallotRow ballot={ballot} />}
      />
    </Fold>
  )
}
