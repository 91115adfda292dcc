import type { OwnStepView } from '../../../contract/next-steps.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'
import type { Alert, ReadSources } from './alert.ts'

const isProposed = ({ state, written, direction }: OwnStepView) =>
  state === 'proposed' && written && direction === undefined

/** Promises of the Lab' whose day is over, and what was written in its name that nobody promised yet: how many. */
export function stepsWaiting({ lateSteps = [], ownSteps = [] }: ReadSources, { say }: Translator): Alert[] {
  const proposed = ownSteps.filter(isProposed).length
  const late = lateSteps.length
  if (late + proposed === 0) return []
  const counts = [
    ...(late > 0 ? [say('today.steps.late', { count: late })] : []),
    ...(proposed > 0 ? [say('today.steps.proposed', { count: proposed })] : []),
  ]
  const [title = '', ...about] = counts
  return [
    {
      id: 'steps',
      kind: 'step',
      section: 'today',
      href: sectionAddress('today', 'steps'),
      title,
      about,
      act: say('today.steps.act'),
    },
  ]
}
