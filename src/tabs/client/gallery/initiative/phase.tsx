import type { Key } from '../../../../i18n/words.ts'
import type { InitiativePhase, InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import { useSession } from '../../parts/page/context.tsx'
import { type BadgeTone, StateBadge } from '../../parts/panels/badge.tsx'
import { PHASE_WORDS } from '../../parts/words/phase-name.ts'

export const PHASES = [
  { id: 'explore', word: PHASE_WORDS.explore, tone: 'neutral' },
  { id: 'create', word: PHASE_WORDS.create, tone: 'brand' },
  { id: 'test', word: PHASE_WORDS.test, tone: 'good' },
  { id: 'done', word: PHASE_WORDS.done, tone: 'good' },
] as const satisfies readonly { id: InitiativePhase; word: string; tone: BadgeTone }[]

type Tried = 'running' | 'generalised' | 'stopped'
type Standing = Pick<InitiativeView, 'phase' | 'trial'>

/** In the place of its phase, once a trial began. */
const TRIED = {
  running: { word: 'initiative.trial.running', tone: 'good' },
  generalised: { word: 'initiative.trial.generalised', tone: 'good' },
  stopped: { word: 'initiative.trial.stopped', tone: 'neutral' },
} as const satisfies Record<Tried, { word: Key; tone: BadgeTone }>

const placeOf = (phase: InitiativePhase) => PHASES.findIndex(({ id }) => id === phase)

/** The word of where it stands, and its tone. */
export function standingOf({ phase, trial }: Standing): { readonly word: Key; readonly tone: BadgeTone } {
  return trial === undefined || trial === 'planned' ? (PHASES[placeOf(phase)] ?? PHASES[0]) : TRIED[trial]
}

export function PhaseBadge({ of }: { of: Standing }) {
  const { translator } = useSession()
  const { word, tone } = standingOf(of)
  return <StateBadge tone={tone}>{translator.say(word)}</StateBadge>
}

/** How far it has come, in words that the segments only repeat: « En création, étape 2 sur 3 ». */
export function PhaseProgress({ of }: { of: Standing }) {
  const { translator } = useSession()
  const at = placeOf(of.phase)
  const { id } = PHASES[at] ?? PHASES[0]
  const name = translator.say(standingOf(of).word)
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
