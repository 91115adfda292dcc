import type { InitiativePhase } from '../../../contract/initiatives.ts'
import { useSession } from '../../parts/page/context.tsx'
import { type BadgeTone, StateBadge } from '../../parts/panels/badge.tsx'
import { PHASE_WORDS } from '../../parts/words/phase-name.ts'

export const PHASES = [
  { id: 'explore', word: PHASE_WORDS.explore, tone: 'neutral' },
  { id: 'create', word: PHASE_WORDS.create, tone: 'brand' },
  { id: 'test', word: PHASE_WORDS.test, tone: 'good' },
  { id: 'done', word: PHASE_WORDS.done, tone: 'good' },
] as const satisfies readonly { id: InitiativePhase; word: string; tone: BadgeTone }[]

const placeOf = (phase: InitiativePhase) => PHASES.findIndex(({ id }) => id === phase)

export function PhaseBadge({ phase }: { phase: InitiativePhase }) {
  const { translator } = useSession()
  const { word, tone } = PHASES[placeOf(phase)] ?? PHASES[0]
  return <StateBadge tone={tone}>{translator.say(word)}</StateBadge>
}

/** How far it has come, in words that the segments only repeat: « En création, étape 2 sur 3 ». */
export function PhaseProgress({ phase }: { phase: InitiativePhase }) {
  const { translator } = useSession()
  const at = placeOf(phase)
  const { id, word } = PHASES[at] ?? PHASES[0]
  const name = translator.say(word)
  return (
    <span className={id === 'done' ? 'stage stage-kept' : 'stage'}>
      <span className="segments" aria-hidden="true">
        {[0, 1, 2].map(step => (
          <span key={step} className={step <= at ? 'segment segment-on' : 'segment'} />
        ))}
      </span>
      <strong>
        {id === 'done' ? name : translator.say('gallery.phase.step', { phase: name, step: at + 1 })}
      </strong>
    </span>
  )
}
