import { useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { DraftCheck } from '../../parts/forms/draft-check.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

/** « Corriger », while nobody else supports an idea of mine. */
export function CorrectDialog({ idea, finish }: { idea: IdeaView; finish: Finish }) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const [tried, setTried] = useState(false)
  const draft = useDraft(`correct:${idea.id}`, { text: idea.text })
  const { text } = draft.value
  const send = async () => {
    const length = lengthOf(text)
    setTried(true)
    if (length === 0 || length > LIMIT) return focusFirstInvalid()
    if (!(await act.run(() => acts.correct(idea.id, text), translator.say('saved')))) return
    draft.reset()
    finish(`idea-${idea.id}`)
  }
  return (
    <Frame
      title={translator.say('tab.correct.title')}
      // After a no, the button that opened it is gone.
      close={() => finish(act.failure && `idea-${idea.id}`)}
      draft={draft}
      closeWord={translator.say('save.not')}
      submit={{ word: translator.say('save'), act, send: () => void send() }}
    >
      <div>
        <TextField
          label={translator.say('idea.label')}
          value={text}
          onChange={text => draft.change({ text })}
          tried={tried}
        />
        <DraftCheck kind="idea" text={text} put={text => draft.change({ text })} acts={acts.drafts} />
      </div>
      <p className="quiet">{translator.say('tab.correct.rules')}</p>
    </Frame>
  )
}
