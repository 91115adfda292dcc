import { useMemo } from 'react'
import type { BallotSheet } from '../../../contract/ballot-sheets.ts'
import type { Call } from '../../api/call.ts'
import { createBoard } from '../../board/board.ts'
import { whole } from '../../board/sources.ts'
import { sectionAddress } from '../../organiser/address.ts'
import { Bones } from '../../page/bones.tsx'
import { useFreshness } from '../../page/freshness.ts'
import { useGround } from '../../page/ground.tsx'
import { Panel } from '../../page/panel.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { useSnapshot } from '../../page/standing.ts'
import { StaleNotice } from '../../page/trouble.tsx'
import { rulesText } from '../../words/ballot-words.ts'
import { capitalised } from '../../words/capital.ts'
import { channelsText } from '../../words/channel-text.ts'
import { Acts } from './acts.tsx'
import { Results } from './results.tsx'
import { BallotStage, momentOf } from './stage.tsx'
import { Turnouts } from './turnouts.tsx'
import { Winner } from './winner.tsx'

/** One ballot: its rules, what it stands at or came to, and what may be done with it. */
export function SheetPage({ call, id, reading }: { call: Call; id: string; reading: boolean }) {
  const { speech } = useGround()
  const { say } = speech
  const board = useMemo(
    () =>
      createBoard<{ sheet: BallotSheet }>(call, { sheet: whole(`/ballots/${encodeURIComponent(id)}/sheet`) }),
    [call, id],
  )
  const { values, failures, loadedAt } = useSnapshot(board)
  useFreshness(board, ['ballots'])
  const { sheet } = values
  const failure = failures.sheet
  return (
    <>
      <SectionHead
        title={sheet?.question ?? say(failure ? 'ballots.gone' : 'ballots.reading')}
        trail={[{ text: say('section.ballots'), href: sectionAddress('ballots') }]}
        badge={sheet && <BallotStage ballot={sheet} />}
        about={sheet && <p>{capitalised(momentOf(sheet, speech))}</p>}
        acts={sheet && !reading && <Acts sheet={sheet} board={board} />}
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={board.refresh} />}
      {!sheet && !failure && <Bones count={4} />}
      {sheet && (
        <div className="ballot-sheet">
          <div className="ballot-main">
            <Winner sheet={sheet} call={call} reading={reading} />
            <Results sheet={sheet} />
            <Turnouts sheet={sheet} />
          </div>
          <div className="ballot-side">
            <Panel title={say('ballots.rules')}>
              <p>{rulesText(speech, sheet)}</p>
            </Panel>
            <Panel title={say('ballots.places')}>
              <p>
                {sheet.places.length > 0 ? channelsText(sheet.places, speech) : say('ballots.places.none')}
              </p>
            </Panel>
          </div>
        </div>
      )}
    </>
  )
}
