import { useMemo } from 'react'
import type { BallotSheet } from '../../../contract/ballots/sheets.ts'
import type { Call } from '../../data/api/call.ts'
import { whole } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { createStore } from '../../data/store/store.ts'
import { CopyLink } from '../../parts/actions/copy-link.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useSnapshot } from '../../parts/start/session.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { BallotActions } from './actions.tsx'
import { Results } from './results.tsx'
import { Sequel } from './sequel.tsx'
import { BallotStage, momentOf } from './stage.tsx'
import { Turnouts } from './turnouts.tsx'
import { Winner } from './winner.tsx'

/** Before it is open, its link shows nobody anything. */
const isBegun = ({ stage }: BallotSheet) => stage === 'open' || stage === 'closed'

/** One ballot: its totals or result, its rules, and acts. */
export function BallotPage({ call, id, reading }: { call: Call; id: string; reading: boolean }) {
  const { translator } = useSession()
  const { say } = translator
  const store = useMemo(
    () =>
      createStore<{ sheet: BallotSheet }>(call, { sheet: whole(`/ballots/${encodeURIComponent(id)}/sheet`) }),
    [call, id],
  )
  const { values, failures, loadedAt } = useSnapshot(store)
  useFreshness(store, ['ballots', 'ideas'])
  const { sheet } = values
  const failure = failures.sheet
  return (
    <>
      <SectionHead
        title={sheet?.question ?? say(failure ? 'ballots.gone' : 'ballots.reading')}
        trail={[{ text: say('section.ballots'), href: sectionAddress('ballots') }]}
        badge={sheet && <BallotStage ballot={sheet} />}
        about={sheet && <p>{capitalised(momentOf(sheet, translator))}</p>}
        acts={
          sheet && (
            <>
              {isBegun(sheet) && <CopyLink of={{ kind: 'ballot', id }} name={sheet.question} size="medium" />}
              {!reading && <BallotActions sheet={sheet} store={store} />}
            </>
          )
        }
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={store.refresh} />}
      {!sheet && !failure && <SkeletonRows count={4} />}
      {sheet && (
        <div className="ballot-main">
          <Winner sheet={sheet} call={call} reading={reading} />
          <Sequel sheet={sheet} store={store} reading={reading} />
          <Results sheet={sheet} />
          <Turnouts sheet={sheet} />
        </div>
      )}
    </>
  )
}
