import '../comments/comments.css'
import './steps.css'
import { lazy } from 'react'
import type { NextStepView } from '../../../contract/next-steps.ts'
import { LazyPart } from '../notices/lazy-part.tsx'
import { useSession } from '../page/context.tsx'
import { NextSteps } from './lines.tsx'
import { type StepsBlockProps, StepsPlace } from './steps-place.tsx'
import { asAllRead } from './texts.ts'
import { useStepsOn } from './use-steps-on.ts'

const StepsActing = lazy(() => import('./steps-acting.tsx'))

function Lines({ next = [], within }: Pick<StepsBlockProps, 'next' | 'within'>) {
  if (next.length === 0) return null
  return (
    <StepsPlace within={within}>
      <NextSteps next={next} />
    </StepsPlace>
  )
}

/** For who only reads, where the page does not know them. */
function ReadLines({ subject, within }: StepsBlockProps) {
  const session = useSession()
  const { items } = useStepsOn(subject)
  const next: readonly NextStepView[] = items.flatMap(step => asAllRead(step, session) ?? [])
  return <Lines next={next} within={within} />
}

/**
 * « La suite » of an idea, a ballot or a summary: what follows of it, as all read it; for who may act, the acts too, whose code
 * comes after. Nothing where nothing follows and nobody may write.
 */
export function StepsBlock(props: StepsBlockProps) {
  const { acting } = useSession()
  const { next, within } = props
  if (!acting) return next === undefined ? <ReadLines {...props} /> : <Lines next={next} within={within} />
  return (
    <LazyPart fallback={<Lines next={next} within={within} />}>
      <StepsActing {...props} />
    </LazyPart>
  )
}
