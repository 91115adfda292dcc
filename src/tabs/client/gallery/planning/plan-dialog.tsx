import './planning.css'
import { useState } from 'react'
import type { InitiativeTrials, TrialView } from '../../../contract/initiatives/trials.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useSession } from '../../parts/page/context.tsx'
import { trialAnchor, useTrialTab } from '../trial/context.tsx'
import { hypothesisText } from '../trial/texts.ts'
import { DirectionsField } from './directions-field.tsx'
import { HintedField } from './hinted-field.tsx'
import { MeasureFields } from './measure-fields.tsx'
import { draftOf, isPlaced, isPlan, newDraft, type PlanDraft, sentOf, TRIAL_LIMITS } from './plan-draft.ts'
import { type PlanFieldsProps, WhenFields } from './when-fields.tsx'

type FieldsProps = PlanFieldsProps & { readonly trials: InitiativeTrials }

/** What it comes from, and what is other here. */
function Change({ draft, change, tried, trials }: FieldsProps) {
  const { say } = useSession().translator
  const { carried, past } = trials
  const before = past.length > 0
  if (!before && !carried && !draft.change) return null
  return (
    <HintedField
      label={
        carried && !before
          ? say('trial.tab.plan.carried', { title: carried.from.title })
          : say('trial.tab.plan.change')
      }
      hint={say('trial.tab.plan.change.hint')}
      value={draft.change}
      onChange={text => change({ change: text })}
      limit={TRIAL_LIMITS.change}
      tried={tried}
      rows={2}
      optional
    />
  )
}

function Tried({ draft, change, tried }: PlanFieldsProps) {
  const { say } = useSession().translator
  return (
    <>
      <HintedField
        label={say('trial.tab.plan.if')}
        hint={say('trial.tab.plan.if.hint')}
        value={draft.ifWe}
        onChange={ifWe => change({ ifWe })}
        limit={TRIAL_LIMITS.ifWe}
        tried={tried}
        missing={say('refusal.trial-if-missing')}
        rows={2}
      />
      <HintedField
        label={say('trial.tab.plan.then')}
        hint={say('trial.tab.plan.then.hint')}
        value={draft.expected}
        onChange={expected => change({ expected })}
        limit={TRIAL_LIMITS.expected}
        tried={tried}
        missing={say('refusal.trial-expected-missing')}
        rows={2}
      />
    </>
  )
}

function Where({ draft, change, tried }: PlanFieldsProps) {
  const { say } = useSession().translator
  const fault = tried && !isPlaced(draft) ? say('refusal.trial-place-missing') : undefined
  return (
    <>
      <DirectionsField
        legend={say('trial.tab.decide.directions')}
        chosen={draft.directions}
        choose={directions => change({ directions })}
        fault={fault}
      />
      <HintedField
        label={say('trial.tab.plan.site')}
        hint={say('trial.tab.plan.site.hint')}
        value={draft.site}
        onChange={site => change({ site })}
        limit={TRIAL_LIMITS.site}
        tried={tried}
        wrong={fault}
        optional
      />
    </>
  )
}

type Props = { readonly trial?: TrialView | undefined; readonly finish: (id?: string) => void }

function useSending(trial: TrialView | undefined, draft: PlanDraft) {
  const { sheet, acts } = useTrialTab()
  const [nonce] = useState(mintNonce)
  const plan = sentOf(draft)
  return () => (trial ? acts.change(trial.id, plan) : acts.plan(sheet.id, nonce, plan))
}

const NO_TRIALS: InitiativeTrials = { past: [], mayPlan: true }

/** « Préparer un essai », or the plan of one that is there. It stays as typed while it cannot be sent. */
export function PlanDialog({ trial, finish }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { sheet, trials = NO_TRIALS } = useTrialTab()
  const act = useAct()
  const [tried, setTried] = useState(false)
  const begun = trial !== undefined && trial.state !== 'planned'
  const first = trial ? draftOf(trial) : newDraft(trials, programme.today, sheet.direction)
  const held = useDraft(trial ? `trial:${trial.id}` : `trial-of:${sheet.id}`, first)
  const { value: draft, change } = held
  const plan = useSending(trial, draft)
  const send = async () => {
    setTried(true)
    if (!isPlan(draft, programme.today, begun)) return focusFirstInvalid()
    if (!(await act.run(plan, say(trial ? 'trial.tab.plan.changed' : 'trial.tab.plan.done')))) return
    held.reset()
    finish(trialAnchor({ initiative: sheet.id }))
  }
  const fields = { draft, change, tried, begun, trials }
  return (
    <Frame
      title={say(trial ? 'trial.tab.change' : 'trial.tab.plan')}
      close={() => finish()}
      closeWord={say('save.not')}
      draft={held}
      submit={{ word: say(trial ? 'save' : 'trial.tab.plan.send'), act, send: () => void send() }}
    >
      {begun && trial ? (
        <>
          <p className="words">{hypothesisText(trial, translator)}</p>
          <p className="quiet">{say('trial.tab.plan.begun')}</p>
        </>
      ) : (
        <>
          {!trial && <p>{say('trial.tab.plan.rules')}</p>}
          <Change {...fields} />
          <Tried {...fields} />
        </>
      )}
      <Where {...fields} />
      <WhenFields {...fields} />
      {!begun && (
        <MeasureFields measures={draft.measures} onChange={measures => change({ measures })} tried={tried} />
      )}
    </Frame>
  )
}
