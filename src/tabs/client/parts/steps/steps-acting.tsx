import { Button } from '@fluentui/react-components'
import { lazy, useEffect, useRef, useState } from 'react'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { Pending } from '../lists/pending.tsx'
import { LazyPart } from '../notices/lazy-part.tsx'
import { useSession } from '../page/context.tsx'
import { focusOn } from '../page/focus.ts'
import { actName, nameOf } from '../words/button-name.ts'
import { isActedOn, type SettleStep } from './acts.ts'
import { NextSteps } from './lines.tsx'
import StepRow from './step-row.tsx'
import { type StepsBlockProps, StepsPlace } from './steps-place.tsx'
import { asAllRead } from './texts.ts'
import { useStepsOn } from './use-steps-on.ts'

const WriteForm = lazy(() => import('./write-form.tsx'))

/** Whether acts stand open, and where the focus goes when a form closes. */
function useFold() {
  const [open, setOpen] = useState(false)
  const [writing, setWriting] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wrote = useRef(false)
  useEffect(() => {
    if (writing) wrote.current = true
    else if (wrote.current) {
      wrote.current = false
      opener.current?.focus()
    }
  }, [writing])
  return { open, setOpen, writing, setWriting, opener }
}

type WaysProps = Pick<StepsBlockProps, 'title'> & {
  readonly fold: ReturnType<typeof useFold>
  readonly mayWrite: boolean
  /** There are acts to unfold. */
  readonly folds: boolean
}

/** « Écrire une suite », and « Agir sur les suites » where there are some. */
function Ways({ title, fold: { open, setOpen, setWriting, opener }, mayWrite, folds }: WaysProps) {
  const { translator } = useSession()
  const { say } = translator
  const word = say(open ? 'tab.less' : 'step.fold')
  return (
    <div className="step-ways">
      {mayWrite && (open || !folds) && (
        <Button
          ref={opener}
          appearance="transparent"
          className="more"
          aria-label={actName(translator, 'step.write', title)}
          onClick={() => setWriting(true)}
        >
          {say('step.write')}
        </Button>
      )}
      {folds && (
        <Button
          appearance="transparent"
          className="more"
          aria-expanded={open}
          aria-label={nameOf(translator, word, title)}
          onClick={() => setOpen(!open)}
        >
          {word}
        </Button>
      )}
    </div>
  )
}

/** For who may act: steps with their acts, folded until they are asked for, and the way to write one. */
export default function StepsActing({ subject, next, title, within }: StepsBlockProps) {
  const session = useSession()
  const { items, mayWrite, forInitiative, put, settle, failure, again } = useStepsOn(subject)
  const fold = useFold()
  const { open, setOpen, writing, setWriting } = fold
  const [asking, setAsking] = useState<string>()
  const theirs = items.filter(isActedOn)
  // What is asked of them waits for an answer.
  const rows = open || theirs.some(({ askedOfMe }) => askedOfMe) ? theirs : []
  const lines = next ?? items.flatMap(step => asAllRead(step, session) ?? [])
  const acted: SettleStep = (id, step) => {
    setOpen(true)
    settle(id, step)
  }
  const written = (step: OwnStepView) => {
    setOpen(true)
    put(step)
    if (step.state === 'proposed') setAsking(step.id)
    else requestAnimationFrame(() => focusOn(document.getElementById(`step-${step.id}`)))
  }
  const folds = theirs.some(({ askedOfMe }) => !askedOfMe)
  if (lines.length + theirs.length === 0 && !mayWrite && !failure) return null
  return (
    <StepsPlace within={within}>
      {failure && <Pending failure={failure} again={again} />}
      <NextSteps next={lines.filter(line => rows.every(({ id }) => id !== line.id))} />
      {rows.length > 0 && (
        <ul className="step-rows" aria-label={session.translator.say('step.on.title')}>
          {rows.map(step => (
            <li key={step.id}>
              <StepRow step={step} settle={acted} begin={step.id === asking ? 'ask' : undefined} />
            </li>
          ))}
        </ul>
      )}
      {writing && (
        <LazyPart>
          <WriteForm
            subject={subject}
            alone={forInitiative}
            close={() => setWriting(false)}
            written={written}
          />
        </LazyPart>
      )}
      {!writing && (folds || mayWrite) && (
        <Ways title={title} fold={fold} mayWrite={mayWrite} folds={folds} />
      )}
    </StepsPlace>
  )
}
