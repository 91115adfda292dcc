import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { BallotSheet } from '../../../contract/ballots/sheets.ts'
import { pathTo } from '../../data/store/lists.ts'
import type { Store } from '../../data/store/store.ts'
import { BallotSequel, SettleBallot } from '../../parts/ideas/ballot-sequel.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'

type Props = {
  readonly sheet: BallotSheet
  readonly store: Store<{ readonly sheet: BallotSheet }>
  readonly reading: boolean
}

/** What follows a result, and how that is said. */
export function Sequel({ sheet, store, reading }: Props) {
  const { say } = useSession().translator
  if (!sheet.follows && !sheet.mayFollow) return null
  const settle = (none: boolean, word: string) =>
    store
      .send<BallotView>('PUT', pathTo('/ballots', sheet.id, 'sequel'), { none, word }, () => undefined)
      .then(store.refresh)
  return (
    <Panel title={say('step.open')}>
      <BallotSequel ballot={sheet} />
      {!reading && <SettleBallot ballot={sheet} settle={settle} />}
    </Panel>
  )
}
