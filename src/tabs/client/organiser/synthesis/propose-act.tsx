import { useState } from 'react'
import type { ProposalsView } from '../../../contract/ideas/synthesis.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { type SynthesisSection, useSynthesis } from './synthesis-context.ts'

/** « Proposer des phrases », by the model that is named beside it; nothing where there is none. */
export function ProposeAct({ section: { id, title } }: { section: SynthesisSection }) {
  const { translator } = useSession()
  const { say } = translator
  const { axis, model, send } = useSynthesis()
  const act = useAct()
  const [nonce, setNonce] = useState(mintNonce)
  const [none, setNone] = useState(false)
  if (model === undefined) return null
  const sent = () =>
    send<ProposalsView>('POST', '/syntheses/proposals', {
      nonce,
      axis,
      ...(id !== undefined && { theme: id }),
    })
  const ended = ({ added }: ProposalsView) => {
    setNonce(mintNonce)
    setNone(added === 0)
    return say(added === 0 ? 'synthesis.page.propose.none' : 'synthesis.page.propose.done', { count: added })
  }
  const press = () => {
    setNone(false)
    void act.run(sent, ended)
  }
  return (
    <>
      <span className="synthesis-propose">
        <ActButton
          act={act}
          size="small"
          aria-label={actName(translator, 'synthesis.page.propose', title)}
          onPress={press}
        >
          {say('synthesis.page.propose')}
        </ActButton>
        <span className="quiet">{say('synthesis.page.propose.by', { model })}</span>
      </span>
      {none && <Notice tone="neutral">{say('synthesis.page.propose.none')}</Notice>}
      <ActFailure act={act} />
    </>
  )
}
