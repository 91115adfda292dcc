import { Checkbox } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { ActFailure } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { MenuActs } from '../actions/menu-acts.tsx'
import { LazyPart } from '../notices/lazy-part.tsx'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'
import { actsOn, asksName, type SettleStep, type StepAct, type StepForm } from './acts.ts'
import { useRowFocus } from './use-row-focus.ts'
import { type StepActing, useStepActing } from './use-step-acting.ts'

const StepFormPlace = lazy(() => import('./step-forms.tsx'))

/** What each is called on a button. */
export function wordOf(act: StepAct, { named }: Pick<OwnStepView, 'named'>): Key {
  const words = {
    undo: 'undo',
    keep: 'step.keep',
    ask: 'step.assign',
    take: 'step.take',
    unask: 'step.unask',
    move: 'step.move',
    back: 'step.back',
    name: named ? 'step.name.hide' : 'step.name.show',
    drop: 'step.drop',
  } as const
  return words[act]
}

type AskedProps = { readonly step: OwnStepView; readonly acting: StepActing }

/** Free to accept or not. */
function Answers({ step, acting }: AskedProps) {
  const { translator } = useSession()
  return (
    <>
      <ActButton
        size="small"
        act={acting.act}
        aria-label={actName(translator, 'step.accept', step.text)}
        onPress={acting.accept}
      >
        {translator.say('step.accept')}
      </ActButton>
      <ActButton
        size="small"
        appearance="subtle"
        act={acting.act}
        aria-label={actName(translator, 'step.decline', step.text)}
        onPress={acting.decline}
      >
        {translator.say('step.decline')}
      </ActButton>
    </>
  )
}

type Props = {
  readonly step: OwnStepView
  readonly settle: SettleStep
  /** Acts that have a button of their own; the others are in a menu. */
  readonly shown?: number
  /** The one that comes before all others here. */
  readonly first?: StepAct | undefined
  /** A form that stands open from the start. */
  readonly begin?: StepForm | undefined
  /** Called when an act sets out. */
  readonly begun?: () => void
}

/** All that may be done with a step, in its place: one line of buttons, or the form that one of them asked for. */
export default function StepActions({ step, settle, shown = 2, first, begin, begun }: Props) {
  const { translator, acting: allowed } = useSession()
  const [form, open] = useState(begin)
  const [note, setNote] = useState('')
  const acting = useStepActing(step, settle, begun)
  const place = useRowFocus()
  const acts = actsOn(step).toSorted((a, b) => Number(b === first) - Number(a === first))
  if (!allowed || (acts.length === 0 && !step.askedOfMe)) return null
  const press = (act: StepAct) => {
    acting.act.forget()
    setNote('')
    if (act === 'ask' || act === 'move' || act === 'drop') open(act)
    else acting.run(act)
  }
  if (form && acts.includes(form))
    return (
      <div {...place} className="step-acts">
        <LazyPart>
          <StepFormPlace
            kind={form}
            step={step}
            settle={settle}
            close={() => open(undefined)}
            told={setNote}
          />
        </LazyPart>
      </div>
    )
  const [beside, folded] = acts.length <= shown + 1 ? [acts, []] : [acts.slice(0, shown), acts.slice(shown)]
  return (
    <div {...place} className="step-acts">
      {asksName(step) && !folded.includes('take') && (
        <Checkbox
          label={translator.say('step.name.tick')}
          checked={acting.named}
          onChange={(_, { checked }) => acting.setNamed(checked === true)}
        />
      )}
      <div className="acts">
        {step.askedOfMe && <Answers step={step} acting={acting} />}
        {beside.map((act, at) => (
          <ActButton
            // The button that was pressed stays, whatever it is called next: it holds the focus.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            size="small"
            act={acting.act}
            aria-label={actName(translator, wordOf(act, step), step.text)}
            onPress={() => press(act)}
          >
            {translator.say(wordOf(act, step))}
          </ActButton>
        ))}
        {folded.length > 0 && (
          <MenuActs
            name={step.text}
            className="step-more"
            acts={folded.map(act => ({
              word: translator.say(wordOf(act, step)),
              press: () => press(act),
            }))}
          />
        )}
      </div>
      {note !== '' && <p className="quiet">{note}</p>}
      <ActFailure act={acting.act} />
    </div>
  )
}
