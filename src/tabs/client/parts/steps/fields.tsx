import { Button, Field, Input } from '@fluentui/react-components'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Failure } from '../../data/api/failure.ts'
import { ActFailure, type ActState } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'

/** What a step and the word about one may hold, in characters as a person counts them. */
export const STEP_LIMIT = 200

const ABOUT = {
  due: ['step-date-missing', 'step-date-far', 'date-past'],
  person: [
    'person-missing',
    'person-unknown',
    'step-observer',
    'step-other-direction',
    'step-to-self',
    'step-to-asker',
  ],
} as const

/** Why it was refused, where that is about this field. */
export function refusalOf(failure: Failure | undefined, field: keyof typeof ABOUT): string | undefined {
  const codes: readonly string[] = ABOUT[field]
  return failure?.kind === 'refusal' && codes.includes(failure.code) ? failure.title : undefined
}

const hasField = (failure: Failure) =>
  refusalOf(failure, 'due') !== undefined || refusalOf(failure, 'person') !== undefined

type DueProps = {
  readonly value: string
  readonly onChange: (day: string) => void
  readonly tried: boolean
  readonly failure: Failure | undefined
}

/** Why that day cannot be promised, as far as the page knows it. */
export function dueFault(
  day: string,
  today: string,
): 'refusal.step-date-missing' | 'refusal.date-past' | undefined {
  if (day === '') return 'refusal.step-date-missing'
  return day < today ? 'refusal.date-past' : undefined
}

/** The last day of a step. */
export function DueField({ value, onChange, tried, failure }: DueProps) {
  const { translator, programme } = useSession()
  const fault = tried ? dueFault(value, programme.today) : undefined
  const message = fault ? translator.say(fault) : refusalOf(failure, 'due')
  return (
    <Field label={translator.say('step.due.label')} required {...(message && { validationMessage: message })}>
      <Input type="date" min={programme.today} value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  )
}

type Props = {
  readonly title: string
  readonly word: string
  readonly act: ActState
  readonly send: () => void
  readonly close: () => void
  /** A second way to send it. */
  readonly second?: { readonly word: string; readonly send: () => void }
  readonly final?: boolean
  readonly children: ReactNode
}

/**
 * Fields in the place of the buttons that asked for them, the first with the focus. It stands within dialogs too, which are
 * forms: it is none of its own, and its keys send nothing of theirs.
 */
export function StepFields({ title, word, act, send, close, second, final, children }: Props) {
  const { say } = useSession().translator
  const place = useRef<HTMLFieldSetElement>(null)
  useEffect(() => place.current?.querySelector<HTMLElement>('textarea, input')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return
    event.preventDefault()
    // In a list of names it chooses one, and on a box it does nothing.
    if (target.type === 'date') send()
  }
  const { failure } = act
  return (
    <fieldset ref={place} className="step-fields" onKeyDown={onKeyDown}>
      <legend>{title}</legend>
      {children}
      <div className="acts">
        <ActButton act={act} type="button" onPress={send} final={final}>
          {word}
        </ActButton>
        {second && (
          <ActButton act={act} type="button" onPress={second.send}>
            {second.word}
          </ActButton>
        )}
        <Button appearance="subtle" className="plain" onClick={close}>
          {say('cancel')}
        </Button>
      </div>
      {failure && !hasField(failure) && <ActFailure act={act} />}
    </fieldset>
  )
}
