import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { DraftCheck } from '../../parts/forms/draft-check.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { AxisField } from '../commitments/axis-field.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'
import { revealFold } from '../navigation/folds.ts'
import { loadMyIdea } from './my-idea-row.tsx'
import { useSimilar } from './similar.ts'
import { SIMILAR, SimilarList } from './similar-list.tsx'

/** « Proposer une idée » */
export function IdeaDialog({ finish }: { finish: Finish }) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft('idea', { axis: '', text: '', unnamed: false })
  const { axis, text, unnamed } = draft.value
  const similar = useSimilar(text)
  const close = similar.items.length > 0
  const send = async () => {
    setTried(true)
    const length = lengthOf(text)
    if (axis === '' || length === 0 || length > LIMIT) return focusFirstInvalid()
    // Similar ideas count as seen once they are listed; the button says so.
    if (!close && (await similar.look()).length > 0) return document.getElementById(SIMILAR)?.focus()
    let made = ''
    const propose = async () => {
      made = (await acts.propose({ nonce, axis, text, unnamed })).id
    }
    if (!(await act.run(propose, translator.say('idea.received')))) return
    draft.reset()
    // The focus goes to its row, which must stand by then.
    await loadMyIdea().catch(() => {})
    revealFold('my-ideas')
    finish(`idea-${made}`)
  }
  return (
    <Frame
      title={translator.say('tab.idea.propose')}
      close={() => finish()}
      draft={draft}
      submit={{
        word: translator.say(close ? 'idea.similar.keep' : 'idea.send'),
        act,
        send: () => void send(),
      }}
    >
      <div>
        <TextField
          label={translator.say('idea.label')}
          hint={translator.say('idea.placeholder')}
          value={text}
          onChange={text => draft.change({ text })}
          tried={tried}
        />
        <DraftCheck kind="idea" text={text} put={text => draft.change({ text })} acts={acts.drafts} />
        <SimilarList similar={similar} />
      </div>
      <AxisField value={axis} onChange={axis => draft.change({ axis })} tried={tried} />
      <Checkbox
        label={translator.say('idea.unnamed')}
        checked={unnamed}
        onChange={(_, { checked }) => draft.change({ unnamed: checked === true })}
      />
      <p className="quiet">{translator.say('idea.rules')}</p>
    </Frame>
  )
}
