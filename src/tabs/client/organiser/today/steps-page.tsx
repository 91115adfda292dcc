import type { OwnStepView } from '../../../contract/next-steps.ts'
import { useSession } from '../../parts/page/context.tsx'
import { LateSteps } from '../../parts/steps/late-steps.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'

/** A summary stands on the page of its workshop; a trial in the gallery, which is another tab. */
const PAGES = { idea: 'ideas', ballot: 'ballots', summary: 'workshops' } as const

function addressOf({ subject: { kind, id } }: OwnStepView): string | undefined {
  return kind === 'trial' ? undefined : sectionAddress(PAGES[kind], id)
}

/** « Les suites du Lab’ »: those that are late, and those that nobody promised yet. */
export default function StepsPage() {
  const { say } = useSession().translator
  return (
    <>
      <SectionHead
        title={say('step.lab.title')}
        trail={[{ text: say('section.today'), href: sectionAddress('today') }]}
        about={<p>{say('step.tend.rules')}</p>}
      />
      <LateSteps hrefOf={addressOf} empty={say('step.tend.none')} />
    </>
  )
}
