import { Field, Input, Select } from '@fluentui/react-components'
import type { Key } from '../../../../i18n/words.ts'
import type { TrialRhythm } from '../../../contract/initiatives/trials.ts'
import { useSession } from '../../parts/page/context.tsx'
import { dayFaults, LONGEST, type PlanDraft } from './plan-draft.ts'

export type PlanFieldsProps = {
  readonly draft: PlanDraft
  readonly change: (part: Partial<PlanDraft>) => void
  /** Shows what is missing, once sending was tried. */
  readonly tried: boolean
  /** Its first day is over. */
  readonly begun: boolean
}

const RHYTHMS = [
  { id: 'weekly', word: 'trial.tab.plan.rhythm.weekly' },
  { id: 'fortnightly', word: 'trial.tab.plan.rhythm.fortnightly' },
  { id: 'monthly', word: 'trial.tab.plan.rhythm.monthly' },
  { id: 'end', word: 'trial.tab.plan.rhythm.end' },
] as const satisfies readonly { id: TrialRhythm; word: Key }[]

/** From when until when, and how often one looks. */
export function WhenFields({ draft, change, tried, begun }: PlanFieldsProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const faults = tried ? dayFaults(draft, programme.today, begun) : {}
  const day = (name: 'from' | 'until') => (
    <Field
      label={say(name === 'from' ? 'trial.tab.plan.from' : 'trial.tab.plan.until')}
      required
      {...(faults[name] && { validationMessage: say(faults[name], { max: LONGEST }) })}
    >
      <Input
        type="date"
        min={programme.today}
        value={draft[name]}
        onChange={(_, { value }) => change({ [name]: value })}
      />
    </Field>
  )
  return (
    <>
      <div className="trial-days-fields">
        {!begun && day('from')}
        {day('until')}
      </div>
      <Field label={say('trial.tab.plan.rhythm')} hint={say('trial.tab.plan.rhythm.hint')}>
        <Select
          value={draft.rhythm}
          onChange={(_, { value }) =>
            change({ rhythm: RHYTHMS.find(({ id }) => id === value)?.id ?? draft.rhythm })
          }
        >
          {RHYTHMS.map(({ id, word }) => (
            <option key={id} value={id}>
              {say(word)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
