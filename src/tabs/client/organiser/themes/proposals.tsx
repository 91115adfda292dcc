import { useRef } from 'react'
import type { ThemeBoardView, ThemesProposedView } from '../../../contract/ideas/themes.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { useBoard } from './board-context.ts'
import { ProposalCard } from './proposal-card.tsx'

/** « Proposer des thèmes » */
function Proposing({ model, again }: { model: string; again: boolean }) {
  const { say } = useSession().translator
  const { axis, send } = useBoard()
  const act = useAct()
  const propose = () =>
    act.run(
      () => send<ThemesProposedView>('POST', '/themes/proposals', { axis }),
      ({ proposed }) =>
        proposed ? say('theme.propose.done') : { text: say('theme.propose.none'), tone: 'neutral' },
    )
  return (
    <>
      <p className="quiet">{say('theme.propose.about', { name: model })}</p>
      <div className="acts">
        <ActButton act={act} onPress={() => void propose()}>
          {say(again ? 'theme.propose.again' : 'theme.propose')}
        </ActButton>
      </div>
      <ActFailure act={act} />
    </>
  )
}

/** Themes that a language model proposes, apart from those on the board; nothing where there is no model and no proposal. */
export function Proposals({ board }: { board: Pick<ThemeBoardView, 'proposals' | 'model' | 'coverage'> }) {
  const { say } = useSession().translator
  const { reading } = useBoard()
  const { proposals, model, coverage } = board
  const list = useRef<HTMLDivElement>(null)
  const mayAsk = model !== undefined && !reading && coverage.ideas > 1
  if (!mayAsk && proposals.length === 0) return null
  const mark = model === undefined ? 'theme.proposal.mark' : 'theme.proposal.mark.named'
  return (
    <Panel title={say('theme.proposal.title')}>
      {proposals.length > 0 && <p className="theme-mark">{say(mark, { name: model ?? '' })}</p>}
      <div ref={list} tabIndex={-1}>
        {proposals.map(proposal => (
          <ProposalCard key={proposal.id} proposal={proposal} heir={list} />
        ))}
      </div>
      {mayAsk && <Proposing model={model} again={proposals.length > 0} />}
    </Panel>
  )
}
