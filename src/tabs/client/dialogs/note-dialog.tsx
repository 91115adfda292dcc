import { useState } from 'react'
import type { CommitmentView, NoteView } from '../../contract/commitments.ts'
import { mintNonce } from '../api/nonce.ts'
import { pathTo } from '../board/places.ts'
import { useAct } from '../page/act.tsx'
import { useDesk } from '../page/desk.tsx'
import { plainDay } from '../words/days.ts'
import { lengthOf } from '../words/length.ts'
import type { Finish } from './dialogs.tsx'
import { useDraft } from './draft.ts'
import { focusFirstInvalid } from './focus.ts'
import { Frame } from './frame.tsx'
import { PagedList } from './paged-list.tsx'
import { usePages } from './pages.ts'
import { ScrollStop } from './scroll-stop.tsx'
import { LIMIT, TextField } from './text-field.tsx'

/** What was written before, the latest first. */
function Notes({ commitment }: { commitment: CommitmentView }) {
  const { speech, programme } = useDesk()
  const pages = usePages<NoteView>(pathTo('/commitments', commitment.id, 'notes'))
  return (
    <>
      <h3>{speech.say('commit.notes')}</h3>
      <PagedList
        pages={pages}
        label={speech.say('commit.notes')}
        className="rows comments"
        idOf={({ id }) => `note-${id}`}
        draw={note => (
          <>
            <p className="quiet">{plainDay(note.on, programme.today, speech)}</p>
            <p>{note.text}</p>
          </>
        )}
      />
    </>
  )
}

/** « Faire le point » on a commitment of mine: a note beside it, and those written before. */
export function NoteDialog({ commitment, finish }: { commitment: CommitmentView; finish: Finish }) {
  const { speech, acts } = useDesk()
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
      speech.say('commit.note.done'),
    )
    if (!noted) return
    draft.reset()
    finish(`commitment-${commitment.id}`)
  }
  const letGo = commitment.state === 'let-go'
  return (
    <Frame
      title={speech.say(letGo ? 'commit.note.learn' : 'commit.note')}
      close={() => finish()}
      draft={draft}
      closeWord={speech.say('save.not')}
      submit={{ word: speech.say('commit.note.save'), act, send: () => void send() }}
    >
      <p className="words">{commitment.text}</p>
      <TextField
        label={speech.say(letGo ? 'commit.note.learnt' : 'commit.note.text')}
        value={text}
        onChange={text => draft.change({ text })}
        tried={tried}
      />
      <p className="quiet">{speech.say('commit.note.rules')}</p>
      {commitment.notes > 0 && (
        <ScrollStop quiet>
          <Notes commitment={commitment} />
        </ScrollStop>
      )}
    </Frame>
  )
}
