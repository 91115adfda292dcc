import './drafts.css'
import type { ReactNode } from 'react'
import { ActFailure } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import { DraftAdvice } from './draft-advice.tsx'
import { DraftRewording } from './draft-rewording.tsx'
import { type Draft, type DraftChecking, useDraftCheck } from './use-draft-check.ts'

/** The model may read the text that was looked at, as long as it stands. */
function offerOf({ checked }: DraftChecking, { text }: Draft) {
  const model = checked?.text === text ? checked.view.model : undefined
  return model === undefined ? undefined : { model, text }
}

/** « Relire ma phrase », under the field of an idea: what was found goes away as the text changes. */
export function DraftCheck(draft: Draft) {
  const { translator } = useSession()
  const checking = useDraftCheck(draft)
  const { act, checked, look } = checking
  const advice = checked?.text === draft.text ? checked.view.advice : undefined
  return (
    <div className="draft-check">
      <div className="draft-press">
        <ActButton act={act} still={draft.text.trim() === ''} size="small" onPress={() => void look()}>
          {translator.say('wording.check')}
        </ActButton>
      </div>
      {advice?.length === 0 && <p className="quiet">{translator.say('wording.none')}</p>}
      {advice && advice.length > 0 && <DraftAdvice advice={advice} />}
      <DraftRewording draft={draft} offer={offerOf(checking, draft)} />
      <ActFailure act={act} />
    </div>
  )
}

type QuestionProps = Draft & {
  /** The field; `left` is called as one leaves it. */
  readonly field: (left: () => void) => ReactNode
}

/** The field of a question: looked at as one leaves it, and nothing shows unless something is found. */
export function QuestionCheck({ field, ...draft }: QuestionProps) {
  const checking = useDraftCheck(draft, true)
  const { checked, look } = checking
  const advice = checked?.text === draft.text ? checked.view.advice : []
  const offer = advice.length > 0 ? offerOf(checking, draft) : undefined
  return (
    <div className="draft-check">
      {field(() => void look())}
      {advice.length > 0 && <DraftAdvice advice={advice} />}
      <DraftRewording draft={draft} offer={offer} />
    </div>
  )
}
