import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { RewordingView } from '../../../contract/ideas/draft-check.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import type { Draft } from './use-draft-check.ts'

type Proposal = RewordingView & {
  /** What its author had typed. */
  readonly own: string
  readonly taken?: true
}

type Props = {
  readonly draft: Draft
  /** What people are told the model is, and the text that it may read; absent: there is nothing to propose now. */
  readonly offer: { readonly model: string; readonly text: string } | undefined
}

function Proposed({
  draft: { text, put },
  proposal,
  model,
  keep,
}: Omit<Props, 'offer'> & {
  proposal: Proposal & { text: string }
  model: string
  keep: (proposal: Proposal) => void
}) {
  const { translator, announce } = useSession()
  const isOwn = text === proposal.own
  const { taken: _, ...left } = proposal
  const press = () => {
    put(isOwn ? proposal.text : proposal.own)
    keep(isOwn ? { ...proposal, taken: true } : left)
    announce(translator.say(isOwn ? 'wording.take.done' : 'wording.back.done'))
  }
  return (
    <div className="draft-proposal">
      <p className="quiet">{translator.say('wording.proposal', { name: model })}</p>
      <p className="words">{proposal.text}</p>
      <div className="acts">
        <Button size="small" onClick={press}>
          {translator.say(isOwn ? 'wording.take' : 'wording.back')}
        </Button>
      </div>
    </div>
  )
}

/** « Proposer une autre formulation »: it stands below, and only a press puts it into the field, or one's own words back. */
export function DraftRewording({ draft, offer }: Props) {
  const { translator } = useSession()
  const act = useAct()
  const [found, setFound] = useState<{ proposal: Proposal; model: string }>()
  if (found) {
    const { proposal, model } = found
    const { own, text: said, taken } = proposal
    const keep = (next: Proposal) => setFound({ proposal: next, model })
    const stands = taken || draft.text === own || draft.text === said
    if (stands && said !== undefined)
      return <Proposed draft={draft} proposal={{ ...proposal, text: said }} model={model} keep={keep} />
    if (stands) return <p className="quiet">{translator.say('wording.proposal.none')}</p>
  }
  if (!offer) return null
  const { model, text: own } = offer
  const propose = async () => {
    const { text } = await draft.acts.reword(draft.kind, own)
    setFound({ proposal: { own, ...(text !== undefined && { text }) }, model })
    return text
  }
  const said = (text: string | undefined) =>
    text === undefined
      ? translator.say('wording.proposal.none')
      : `${translator.say('wording.proposal', { name: model })} ${text}`
  return (
    <div className="draft-offer">
      <ActButton act={act} size="small" onPress={() => void act.run(propose, said)}>
        {translator.say('wording.reword')}
      </ActButton>
      <p className="quiet">{translator.say('wording.reword.sent', { name: model })}</p>
      <ActFailure act={act} />
    </div>
  )
}
