import type { OwnStepView } from '../../../contract/next-steps.ts'
import { Panel } from '../../parts/panels/panel.tsx'
import { StepRow } from '../../parts/steps/step-row.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { ShortList } from '../navigation/short-list.tsx'

/** What waits for an answer has its place above. */
const isKnown = ({ askedOfMe }: OwnStepView) => !askedOfMe

/** « Mes suites »: what I promised, or wrote and nobody promised yet. Absent for who has none. */
export function MySteps() {
  const { translator, values, acting, acts } = usePersonalTab()
  const steps = values.steps?.filter(isKnown) ?? []
  if (!acting || steps.length === 0) return null
  return (
    <Panel title={translator.say('tab.steps')}>
      <ShortList
        items={steps}
        source="steps"
        part="unread.steps"
        limit={3}
        empty={null}
        draw={step => <StepRow step={step} settle={acts.settleStep} apart />}
      />
    </Panel>
  )
}
