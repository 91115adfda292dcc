import './planning.css'
import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { DecidedTrialView, TrialDecisionKind, TrialView } from '../../../contract/initiatives/trials.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { trialAnchor, useTrialTab } from '../trial/context.tsx'
import { hypothesisText, placeText } from '../trial/texts.ts'
import { DirectionsField } from './directions-field.tsx'
import { TRIAL_LIMITS } from './plan-draft.ts'

type Props = { readonly trial: TrialView; readonly finish: (id?: string) => void }
type Draft = {
  readonly kind: TrialDecisionKind | ''
  readonly why: string
  readonly learnt: string
  readonly directions: readonly string[]
}

const KINDS = [
  { kind: 'generalise', word: 'trial.tab.decide.generalise' },
  { kind: 'adjust', word: 'trial.tab.decide.adjust' },
  { kind: 'stop', word: 'trial.tab.decide.stop' },
] as const satisfies readonly { kind: TrialDecisionKind; word: Key }[]

const said = (text: string, limit: number) => lengthOf(text) > 0 && lengthOf(text) <= limit

function isWhole({ kind, why, learnt, directions }: Draft): boolean {
  return (
    kind !== '' &&
    said(why, TRIAL_LIMITS.why) &&
    said(learnt, TRIAL_LIMITS.learnt) &&
    (kind !== 'generalise' || directions.length > 0)
  )
}

type KindProps = {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly tried: boolean
}

function KindField({ draft, change, tried }: KindProps) {
  const { say } = useSession().translator
  const fault = tried && draft.kind === '' ? say('trial.tab.decide.missing') : undefined
  return (
    <Field label={say('trial.tab.decide.kind')} required {...(fault && { validationMessage: fault })}>
      <RadioGroup
        value={draft.kind}
        onChange={(_, { value }) => change({ kind: KINDS.find(({ kind }) => kind === value)?.kind ?? '' })}
      >
        {KINDS.map(({ kind, word }) => (
          <Radio key={kind} value={kind} label={say(word)} />
        ))}
      </RadioGroup>
    </Field>
  )
}

/** Directions that are named before the others are counted. */
const NAMED = 8

/** That it is published; where Directions got no card, which and why, so that they are told otherwise. */
function useDone() {
  const { translator, programme } = useSession()
  const { say } = translator
  // An instance of the release before does not say.
  return ({ unheard = [], sameDay = [] }: Partial<DecidedTrialView>) => {
    if (unheard.length + sameDay.length === 0) return say('trial.tab.decide.done')
    const missing = (ids: readonly string[]) => ({
      count: ids.length,
      directions: placeText({ directions: ids, site: '' }, programme, translator, NAMED),
    })
    return {
      text: [
        say('trial.tab.decide.published'),
        ...(unheard.length > 0 ? [say('trial.tab.decide.unheard', missing(unheard))] : []),
        ...(sameDay.length > 0 ? [say('trial.tab.decide.same-day', missing(sameDay))] : []),
      ].join(' '),
    }
  }
}

/** « Décider »: what becomes of it, why, and what was learnt. Before the last day it can only be stopped. */
export function DecisionDialog({ trial, finish }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { acts } = useTrialTab()
  const act = useAct()
  const done = useDone()
  const [tried, setTried] = useState(false)
  const early = trial.state === 'running'
  const first: Draft = { kind: early ? 'stop' : '', why: '', learnt: '', directions: trial.directions }
  const held = useDraft(`trial-decision:${trial.id}`, first)
  const { value: draft, change } = held
  const { kind, why, learnt, directions } = draft
  const fields = { draft, change, tried }
  const send = async () => {
    setTried(true)
    if (!isWhole(draft) || kind === '') return focusFirstInvalid()
    const where = kind === 'generalise' ? directions : []
    const decided = () => acts.decide(trial.id, { kind, why, learnt, directions: where })
    if (!(await act.run(decided, done))) return
    held.reset()
    finish(trialAnchor(trial))
  }
  return (
    <Frame
      title={say(early ? 'trial.tab.stop' : 'trial.card.decide')}
      close={() => finish()}
      draft={held}
      submit={{ word: say('trial.tab.decide.send'), act, send: () => void send() }}
    >
      <p className="words">{hypothesisText(trial, translator)}</p>
      {early ? <p>{say('trial.tab.stop.rules')}</p> : <KindField {...fields} />}
      {kind === 'generalise' && (
        <DirectionsField
          legend={say('trial.tab.decide.directions')}
          chosen={directions}
          choose={chosen => change({ directions: chosen })}
          open
          fault={tried && directions.length === 0 ? say('trial.tab.decide.directions.missing') : undefined}
        />
      )}
      <TextField
        label={say('trial.decision.why')}
        value={why}
        onChange={text => change({ why: text })}
        limit={TRIAL_LIMITS.why}
        rows={3}
        tried={tried}
      />
      <TextField
        label={say('trial.decision.learnt')}
        value={learnt}
        onChange={text => change({ learnt: text })}
        limit={TRIAL_LIMITS.learnt}
        rows={3}
        tried={tried}
      />
      <p className="quiet">{say('trial.tab.decide.rules')}</p>
    </Frame>
  )
}
