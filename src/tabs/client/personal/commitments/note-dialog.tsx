import { useState } from 'react'
import type { CommitmentView, NoteView } from '../../../contract/commitments.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { PagedList } from '../../parts/lists/paged-list.tsx'
import { usePages } from '../../parts/lists/pages.ts'
import { plainDay } from '../../parts/words/days.ts'
import { lengthOf } from '../../parts/words/length.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

/** What was written before, the latest first. */
function Notes({ commitment }: { commitment: CommitmentView }) {
  const { translator, programme } = usePersonalTab()
  const pages = usePages<NoteView>(pathTo('/commitments', commitment.id, 'notes'))
  return (
    <>
      <h3>{translator.say('commit.notes')}</h3>
      <PagedList
        pages={pages}
        label={translator.say('commit.notes')}
        className="rows comments"
        idOf={({ id }) => `note-${id}`}
        draw={note => (
          <>
            <p className="quiet">{plainDay(note.on, programme.today, translator)}</p>
            <p>{note.text}</p>
          </>
        )}
      />
    </>
  )
}

/** « Faire le point » on a commitment of mine: a note beside it, and those written before. */
export function NoteDialog({ commitment, finish }: { commitment: CommitmentView; finish: Finish }) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`note:${commitment.id}`, { text: '' })
  const { text } = draft.value
  const send = async () => {
    const length = lengthOf(text)
    setTried(true)
    if (length === 0 || length > LIMIT) return focusFirstInvalid()
    const noted = await act.run(
      () => acts.takeStock(commitment.id, { nonce, text }),
      translator.say('commit.note.done'),
    )
    if (!noted) return
    draft.reset()
    finish(`commitment-${commitment.id}`)
  }
  const letGo = commitment.state === 'let-go'
  return (
    <Frame
      title={translator.say(letGo ? 'commit.note.learn' : 'commit.note')}
      close={() => finish()}
      draft={draft}
      closeWord={translator.say('save.not')}
      submit={{ word: translator.say('commit.note.save'), act, send: () => void send() }}
    >
      <p className="words">{commitment.text}</p>
      <TextField
        label={translator.say(letGo ? 'commit.note.learnt' : 'commit.note.text')}
        value={text}
        onChange={text => draft.change({ text })}
        tried={tried}
      />
      <p className="quiet">{translator.say('commit.note.rules')}</p>
      {commitment.notes > 0 && (
        <ScrollStop quiet>
          <Notes commitment={commitment} />
        </ScrollStop>
      )}
    </Frame>
  )
}
