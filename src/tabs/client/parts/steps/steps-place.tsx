import { type ReactNode, useId } from 'react'
import type { NextStepView } from '../../../contract/next-steps.ts'
import { useSession } from '../page/context.tsx'
import { Panel } from '../panels/panel.tsx'
import type { StepSubjectKey } from './use-steps-on.ts'

/** What it stands in: a sheet, beside other parts with titles of their own; a panel of a page; a dialog; the row of a list. */
export type StepsWithin = 'sheet' | 'panel' | 'dialog' | 'row'

export type StepsBlockProps = {
  readonly subject: StepSubjectKey
  /** As all read them, where the page knows: shown until more is read. */
  readonly next?: readonly NextStepView[] | undefined
  /** Of what, for buttons that are heard without what surrounds them. */
  readonly title: string
  readonly within: StepsWithin
}

type Props = { readonly within: StepsWithin; readonly children: ReactNode }

/** « La suite », as the place that it stands in names its parts. */
export function StepsPlace({ within, children }: Props) {
  const { say } = useSession().translator
  const heading = useId()
  if (within === 'row') return <div className="steps">{children}</div>
  if (within === 'panel') return <Panel title={say('step.open')}>{children}</Panel>
  const Heading = within === 'sheet' ? 'h2' : 'h3'
  return (
    <section className="steps sheet-part" aria-labelledby={heading}>
      <Heading id={heading} tabIndex={-1}>
        {say('step.open')}
      </Heading>
      {children}
    </section>
  )
}
