import { Button } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { lazy, type RefObject, useId, useRef, useState } from 'react'
import type { CommitmentView } from '../../../contract/commitments.ts'
import { CommitmentStage } from '../../parts/commitments/stage.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useNarrow } from '../../parts/page/narrow.ts'
import { actName } from '../../parts/words/button-name.ts'
import { horizonText, plainDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { CommitmentActs } from './commitment-actions.tsx'

const ToldStory = lazy(() => import('./told-story.tsx'))

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

/** What I told my Direction of it; few commitments have any. */
function Told({ story }: Pick<CommitmentView, 'story'>) {
  return story ? (
    <LazyPart>
      <ToldStory story={story} />
    </LazyPart>
  ) : null
}

type Props = {
  readonly commitment: CommitmentView
  readonly row: RefObject<HTMLDivElement | null>
  /** Those that its two lines have no room for. */
  readonly facts: readonly string[]
}

/** On a phone, what I may do and the last note come with a press: there each commitment is two lines of a list. */
function FoldedActs({ commitment, row, facts }: Props) {
  const { translator } = usePersonalTab()
  const [open, setOpen] = useState(false)
  const place = useId()
  return (
    <>
      <Button
        className="commitment-fold"
        appearance="subtle"
        icon={<ChevronDown20Regular />}
        aria-expanded={open}
        aria-controls={place}
        aria-label={actName(translator, 'tab.commitment.acts', commitment.text)}
        onClick={() => setOpen(!open)}
      />
      <div id={place} hidden={!open} className="commitment-folded">
        {open && <p className="quiet">{facts.join('\u00A0· ')}</p>}
        {open && <CommitmentActs commitment={commitment} row={row} />}
        {open && <LastNote note={commitment.lastNote} />}
        {open && <Told story={commitment.story} />}
      </div>
    </>
  )
}

/** One commitment of mine: its words, how far it is, until when, who sees it, and what I may do. */
export function Commitment({ commitment }: { commitment: CommitmentView }) {
  const { translator } = usePersonalTab()
  const narrow = useNarrow()
  const facts = useFacts(commitment)
  const row = useRef<HTMLDivElement>(null)
  const { id, text, stage, inspiredBy } = commitment
  return (
    <div className="commitment" id={`commitment-${id}`} tabIndex={-1} ref={row}>
      <p className="words">{text}</p>
      {inspiredBy && <p className="quiet">{translator.say('tab.inspired')}</p>}
      <div className="commitment-line">
        <p>
          <CommitmentStage stage={stage} />
          <span className="quiet">{facts.slice(0, narrow ? 1 : undefined).join('\u00A0· ')}</span>
        </p>
        {!narrow && <CommitmentActs commitment={commitment} row={row} />}
      </div>
      {narrow ? (
        <FoldedActs commitment={commitment} row={row} facts={facts.slice(1)} />
      ) : (
        <>
          <LastNote note={commitment.lastNote} />
          <Told story={commitment.story} />
        </>
      )}
    </div>
  )
}
