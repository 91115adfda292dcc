import { useRef } from 'react'
import type { CommitmentView } from '../../../contract/commitments.ts'
import { CommitmentStage } from '../../parts/commitments/stage.tsx'
import { horizonText, plainDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { CommitmentActs } from './commitment-actions.tsx'
import { ToldStory } from './story-buttons.tsx'

const SEEN = {
  me: 'commit.seen.me',
  direction: 'commit.seen.direction',
  everyone: 'commit.seen.everyone',
} as const

/** Until when, or when it ended; who sees it; when others' reading of it changed. */
function useFacts({ state, horizon, endedOn, visibility, rewordedOn }: CommitmentView): readonly string[] {
  const { translator, programme } = usePersonalTab()
  const dayOf = (day: string) => plainDay(day, programme.today, translator)
  const running = state === 'taken' || !endedOn
  return [
    running
      ? horizonText(horizon, programme.today, translator)
      : translator.say('tab.commitment.on', { date: dayOf(endedOn) }),
    // One that was let go is private, whatever was chosen.
    translator.say(SEEN[state === 'let-go' ? 'me' : visibility]),
    ...(rewordedOn ? [translator.say('commit.reworded.on', { date: dayOf(rewordedOn) })] : []),
  ]
}

function LastNote({ note }: { note: CommitmentView['lastNote'] }) {
  const { translator, programme } = usePersonalTab()
  if (!note) return null
  const date = plainDay(note.on, programme.today, translator)
  return <p className="last-note">{translator.say('commit.note.last', { date, text: note.text })}</p>
}

/** One commitment of mine: its words, how far it is, until when, who sees it, and what I may do. */
export function Commitment({ commitment }: { commitment: CommitmentView }) {
  const { translator } = usePersonalTab()
  const row = useRef<HTMLDivElement>(null)
  const { id, text, stage, inspiredBy } = commitment
  return (
    <div className="commitment" id={`commitment-${id}`} tabIndex={-1} ref={row}>
      <p className="words">{text}</p>
      {inspiredBy && <p className="quiet">{translator.say('tab.inspired')}</p>}
      <div className="commitment-line">
        <p>
          <CommitmentStage stage={stage} />
          <span className="quiet">{useFacts(commitment).join('\u00A0· ')}</span>
        </p>
        <CommitmentActs commitment={commitment} row={row} />
      </div>
      <LastNote note={commitment.lastNote} />
      <ToldStory commitment={commitment} />
    </div>
  )
}
