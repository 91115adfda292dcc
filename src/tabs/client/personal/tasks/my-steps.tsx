import { lazy } from 'react'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { Fold } from '../navigation/fold.tsx'
import { ShortList } from '../navigation/short-list.tsx'
import { isNear } from './tasks.ts'

// Few people have some.
const StepRow = lazy(() => import('../../parts/steps/step-row.tsx'))

/** « Mes suites »: what I promised, or wrote and nobody promised yet; what waits for me now has its place above. */
export function MySteps() {
  const { translator, programme, values, cut, acting, acts } = usePersonalTab()
  const steps = values.steps?.filter(step => !isNear(step, programme.today)) ?? []
  if (!acting || steps.length === 0) return null
  return (
    <Fold
      name="steps"
      title={translator.say('tab.steps')}
      state={cut.steps ? '' : translator.say('tab.fold.count', { count: steps.length })}
    >
      <LazyPart fallback={<div className="bone-list" aria-busy="true" />}>
        <ShortList
          items={steps}
          source="steps"
          part="unread.steps"
          limit={3}
          empty={null}
          draw={step => <StepRow step={step} settle={acts.settleStep} apart />}
        />
      </LazyPart>
    </Fold>
  )
}
