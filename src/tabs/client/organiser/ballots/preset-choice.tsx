import { Button } from '@fluentui/react-components'
import { useId } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { BallotChoices } from '../../../contract/ballots/drafts.ts'
import { useSession } from '../../parts/page/context.tsx'
import type { BallotFormDraft } from './form.ts'
import { PRESETS, type PresetName, presetOf } from './presets.ts'

const TEXTS = {
  workshop: ['ballots.preset.workshop', 'ballots.preset.workshop.about'],
  first: ['ballots.preset.first', 'ballots.preset.first.about'],
  delicate: ['ballots.preset.delicate', 'ballots.preset.delicate.about'],
} as const

type Props = {
  readonly draft: BallotFormDraft
  readonly choices: BallotChoices
  readonly change: (part: Partial<BallotFormDraft>) => void
}

/** Three ballots ready to use: one press sets how one votes, who, and until when. A workshop's needs one. */
export function PresetChoice({ draft, choices, change }: Props) {
  const { translator, programme, announce } = useSession()
  const { say } = translator
  const id = useId()
  const offered = PRESETS.filter(name => name !== 'workshop' || choices.workshops.length > 0)
  const press = (name: PresetName) => {
    const times = { now: systemClock.now(), today: programme.today }
    change({ ...presetOf(name, draft, choices, times), preset: name })
    announce(say('ballots.preset.set', { preset: say(TEXTS[name][0]) }))
  }
  return (
    <section className="ballot-presets" aria-labelledby={id}>
      <h2 id={id}>{say('ballots.presets')}</h2>
      <div className="ballot-presets-list">
        {offered.map(name => (
          <Button
            key={name}
            className="ballot-preset"
            aria-pressed={draft.preset === name}
            onClick={() => press(name)}
          >
            <span>
              <strong>{say(TEXTS[name][0])}</strong>
              <span className="quiet">{say(TEXTS[name][1])}</span>
            </span>
          </Button>
        ))}
      </div>
    </section>
  )
}
