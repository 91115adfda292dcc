import { useRef } from 'react'
import { systemClock } from '../../../kernel/clock.ts'
import type { WorkshopView } from '../../contract/workshops.ts'
import { actName } from '../words/act-name.ts'
import type { Speech } from '../words/speech.ts'
import { ActFailure, useAct } from './act.tsx'
import { ActButton } from './act-button.tsx'
import { type BadgeTone, StateBadge } from './badge.tsx'
import { useDesk } from './desk.tsx'

/** Seats are told among the facts while there are some. */
function stateOf(
  { mine, over, endsAt, seatsLeft }: WorkshopView,
  { say }: Speech,
): [BadgeTone, string] | undefined {
  if (over && endsAt > systemClock.now()) return ['brand', say('workshop.underway')]
  if (over) return ['neutral', say('workshop.over')]
  if (mine === 'yes') return ['good', say('tab.workshop.joined')]
  if (mine === 'no') return ['neutral', say('tab.workshop.declined')]
  return seatsLeft === 0 ? ['warning', say('workshop.seats', { count: 0 })] : undefined
}

/** Where my answer stands, and the answers I may still give. */
export function WorkshopAnswer({ workshop, begun }: { workshop: WorkshopView; begun?: () => void }) {
  const { speech, acts, acting } = useDesk()
  const act = useAct()
  const state = useRef<HTMLSpanElement>(null)
  const standing = stateOf(workshop, speech)
  const give = async (answer: 'yes' | 'no') => {
    const done = speech.say(answer === 'yes' ? 'workshop.joined' : 'workshop.declined')
    begun?.()
    if (!(await act.run(() => acts.answer(workshop.id, answer), done))) return
    // The button pressed gives way to the other answer: the focus stays where the result is written.
    state.current?.focus()
  }
  const { mine, seatsLeft } = workshop
  const open = acting && !workshop.over
  return (
    <>
      <span ref={state} tabIndex={-1} className="state">
        {standing && <StateBadge tone={standing[0]}>{standing[1]}</StateBadge>}
      </span>
      {open && mine !== 'yes' && seatsLeft > 0 && (
        <ActButton
          act={act}
          size="small"
          aria-label={actName(speech, 'workshop.join', workshop.title)}
          onPress={() => void give('yes')}
        >
          {speech.say('workshop.join')}
        </ActButton>
      )}
      {open && mine !== 'no' && (
        <ActButton
          act={act}
          size="small"
          appearance="subtle"
          aria-label={actName(speech, 'workshop.decline', workshop.title)}
          onPress={() => void give('no')}
        >
          {speech.say('workshop.decline')}
        </ActButton>
      )}
      <ActFailure act={act} />
    </>
  )
}
