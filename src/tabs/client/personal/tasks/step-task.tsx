import { Checkbox } from '@fluentui/react-components'
import { Flag20Regular } from '@fluentui/react-icons/svg/flag'
import { useRef, useState } from 'react'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { ActFailure, type ActState, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusOn } from '../../parts/page/focus.ts'
import { actName } from '../../parts/words/button-name.ts'
import { plainDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Task } from './task.tsx'

type Props = { readonly step: OwnStepView; readonly begun: () => void }
type Settle = (yes: boolean) => void

/** Free to accept or not; with one's name shown, or not. */
function Asked({ step, act, settle }: { step: OwnStepView; act: ActState; settle: Settle }) {
  const { translator } = usePersonalTab()
  return (
    <>
      <ActButton
        size="small"
        act={act}
        aria-label={actName(translator, 'step.accept', step.text)}
        onPress={() => settle(true)}
      >
        {translator.say('step.accept')}
      </ActButton>
      <ActButton
        size="small"
        appearance="subtle"
        act={act}
        aria-label={actName(translator, 'step.decline', step.text)}
        onPress={() => settle(false)}
      >
        {translator.say('step.decline')}
      </ActButton>
    </>
  )
}

function Keep({ step, act, begun }: Props & { readonly act: ActState }) {
  const { translator, acts } = usePersonalTab()
  const { id, text, state } = step
  const kept = state === 'kept'
  const press = () => {
    begun()
    const done = translator.say(kept ? 'undone' : 'step.keep.done')
    void act.run(() => acts.setStep(id, kept ? 'promised' : 'kept'), done)
  }
  const word = kept ? 'undo' : 'step.keep'
  return (
    <ActButton size="small" act={act} aria-label={actName(translator, word, text)} onPress={press}>
      {translator.say(word)}
    </ActButton>
  )
}

/** What I am asked to see to, or promised and whose day comes. */
export function StepTask({ step, begun }: Props) {
  const { translator, programme, acts } = usePersonalTab()
  const act = useAct()
  const [named, setNamed] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const { say } = translator
  const { id, text, due, late, askedOfMe, askerName, state, subject } = step
  const settle = async (yes: boolean) => {
    const done = say(yes ? 'step.accept.done' : 'step.decline.done')
    const list = place.current?.closest('ul')
    if (await act.run(() => acts.answerStep(id, yes, named), done)) focusOn(list)
  }
  const date = say('step.due', { date: plainDay(due, programme.today, translator) })
  const standing = state === 'kept' ? [say('step.state.kept')] : late ? [say('step.state.late')] : []
  return (
    <Task
      icon={<Flag20Regular aria-hidden />}
      title={text}
      facts={[
        date,
        ...standing,
        ...(askedOfMe && askerName ? [say('step.asker', { name: askerName })] : []),
        ...(subject.title ? [subject.title] : []),
      ]}
      about={
        <div ref={place}>
          {askedOfMe && <p className="quiet">{say('step.asked.rules')}</p>}
          {askedOfMe && (
            <Checkbox
              label={say('step.name.tick')}
              checked={named}
              onChange={(_, { checked }) => setNamed(checked === true)}
            />
          )}
          <ActFailure act={act} />
        </div>
      }
    >
      {askedOfMe ? (
        <Asked step={step} act={act} settle={yes => void settle(yes)} />
      ) : (
        <Keep step={step} act={act} begun={begun} />
      )}
    </Task>
  )
}
