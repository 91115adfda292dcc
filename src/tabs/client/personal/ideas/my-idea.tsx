import { Button } from '@fluentui/react-components'
import { type RefObject, useRef } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { IdeaAnswer, IdeaDecision } from '../../parts/ideas/idea-answer.tsx'
import { IdeaFacts, IdeaStateBadge, IdeaText } from '../../parts/ideas/idea-text.tsx'
import { focusOn } from '../../parts/page/focus.ts'
import { NextSteps } from '../../parts/steps/lines.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest } from '../navigation/dialog-request.ts'
import { CommentButton } from './comment-button.tsx'
import { IdeaMore } from './idea-more.tsx'
import { InitiativeLink } from './initiative-link.tsx'

function DialogButton({ word, idea, request }: { word: Key; idea: IdeaView; request: DialogRequest }) {
  const { translator, open } = usePersonalTab()
  return (
    <Button size="small" aria-label={actName(translator, word, idea.text)} onClick={() => open(request)}>
      {translator.say(word)}
    </Button>
  )
}

/** Takes it back, or takes my name off it. */
function useSecondThoughts(idea: IdeaView, row: RefObject<HTMLElement | null>) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const takeBack = async () => {
    const list = row.current?.closest('ul')
    const panel = list?.closest('section')
    const done = { text: translator.say('undone'), about: idea.text }
    if (await act.run(() => acts.undo(idea.id), done))
      focusOn(list?.isConnected ? list : panel?.querySelector('h2'))
    else row.current?.focus()
  }
  const unname = async () => {
    if (await act.run(() => acts.unname(idea.id), translator.say('idea.unname.done'))) row.current?.focus()
  }
  return { act, takeBack: () => void takeBack(), unname: () => void unname() }
}

/** One idea of mine: how far it is, what was answered, and what I may still change of it. */
export default function MyIdea({ idea }: { idea: IdeaView }) {
  const row = useRef<HTMLDivElement>(null)
  const { act, ...thoughts } = useSecondThoughts(idea, row)
  const { correctable, axis } = idea
  // A phone has room for two buttons: where both are taken, « Commenter » is in the overflow menu.
  const full = axis === undefined && correctable === true
  return (
    <div className="idea" id={`idea-${idea.id}`} tabIndex={-1} ref={row}>
      <IdeaText idea={idea} />
      <div className="idea-standing">
        <IdeaStateBadge state={idea.state} />
        <IdeaFacts idea={idea} />
      </div>
      <IdeaDecision state={idea.state} decision={idea.decision} />
      <IdeaAnswer answer={idea.answer} />
      <NextSteps next={idea.next} />
      <div className="acts">
        {axis === undefined && (
          <DialogButton word="idea.axis.placeholder" idea={idea} request={{ kind: 'axis', idea }} />
        )}
        {correctable && <DialogButton word="tab.correct" idea={idea} request={{ kind: 'correct', idea }} />}
        <InitiativeLink idea={idea} />
        {!full && <CommentButton idea={idea} />}
        <IdeaMore {...thoughts} idea={idea} comment={full} row={row} />
      </div>
      <ActFailure act={act} />
    </div>
  )
}
