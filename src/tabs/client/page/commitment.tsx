import { useRef } from 'react'
import type { CommitmentView } from '../../contract/commitments.ts'
import { horizonText, plainDay } from '../words/days.ts'
import { CommitmentActs, NoteButton } from './commitment-acts.tsx'
import { useDesk } from './desk.tsx'
import { Stage } from './stage.tsx'

function useWhen({ state, horizon, endedOn }: CommitmentView): string {
  const { speech, programme } = useDesk()
  if (state === 'taken' || !endedOn) return horizonText(horizon, programme.today, speech)
  return speech.say('tab.commitment.on', { date: plainDay(endedOn, programme.today, speech) })
}

function LastNote({ note }: { note: CommitmentView['lastNote'] }) {
  const { speech, programme } = useDesk()
  if (!note) return null
  const date = plainDay(note.on, programme.today, speech)
  return <p className="last-note">{speech.say('commit.note.last', { date, text: note.text })}</p>
}

/** One commitment of mine: its words, how far it is, until when, and what I may do. */
export function Commitment({ commitment }: { commitment: CommitmentView }) {
  const { speech } = useDesk()
  const words = useRef<HTMLDivElement>(null)
  const { id, text, stage, state, inspiredBy } = commitment
  return (
    <div className="commitment" id={`commitment-${id}`} tabIndex={-1} ref={words}>
      <p className="words">{text}</p>
      {inspiredBy && <p className="quiet">{speech.say('tab.inspired')}</p>}
      <div className="commitment-line">
        <p>
          <Stage stage={stage} />
          <span className="quiet">{useWhen(commitment)}</span>
        </p>
        {state === 'taken' ? (
          <CommitmentActs commitment={commitment} kept={() => words.current?.focus()} />
        ) : (
          <NoteButton commitment={commitment} />
        )}
      </div>
      <LastNote note={commitment.lastNote} />
    </div>
  )
}
