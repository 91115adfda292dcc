import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { Key } from '../../../i18n/words.ts'
import type { IdeaView } from '../../contract/ideas.ts'
import type { DialogRequest } from '../dialogs/request.ts'
import { actName } from '../words/act-name.ts'
import { ActFailure, useAct } from './act.tsx'
import { CommentButton } from './comment-button.tsx'
import { useDesk } from './desk.tsx'
import { IdeaAnswer, IdeaDecision } from './idea-answer.tsx'
import { IdeaFacts, IdeaState, IdeaText } from './idea-text.tsx'
import { InitiativeAct } from './initiative-act.tsx'
import { UndoButton } from './undo-button.tsx'
import { UnnameButton } from './unname-button.tsx'

function DialogButton({ word, idea, request }: { word: Key; idea: IdeaView; request: DialogRequest }) {
  const { speech, open } = useDesk()
  return (
    <Button size="small" aria-label={actName(speech, word, idea.text)} onClick={() => open(request)}>
      {speech.say(word)}
    </Button>
  )
}

/** One idea of mine: how far it is, what was answered, and what I may still change of it. */
export function MyIdea({ idea }: { idea: IdeaView }) {
  const row = useRef<HTMLDivElement>(null)
  const undoing = useAct()
  const unnaming = useAct()
  const { undoUntil, correctable, axis } = idea
  return (
    <div className="idea" id={`idea-${idea.id}`} tabIndex={-1} ref={row}>
      <IdeaText idea={idea} />
      <div className="idea-standing">
        <IdeaState state={idea.state} />
        <IdeaFacts idea={idea} />
      </div>
      <IdeaDecision state={idea.state} decision={idea.decision} />
      <IdeaAnswer answer={idea.answer} />
      <div className="acts">
        {axis === undefined && (
          <DialogButton word="idea.axis.placeholder" idea={idea} request={{ kind: 'axis', idea }} />
        )}
        {correctable && <DialogButton word="tab.correct" idea={idea} request={{ kind: 'correct', idea }} />}
        {undoUntil !== undefined && <UndoButton idea={idea} until={undoUntil} act={undoing} row={row} />}
        <InitiativeAct idea={idea} />
        <CommentButton idea={idea} />
        {idea.mayUnname && <UnnameButton idea={idea} act={unnaming} row={row} />}
      </div>
      <ActFailure act={undoing} />
      <ActFailure act={unnaming} />
    </div>
  )
}
