import '../../parts/lists/rows.css'
import './synthesis.css'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { SynthesisView } from '../../../contract/ideas/synthesis.ts'
import type { Call } from '../../data/api/call.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { AxisChoice, useAxis } from '../parts/axis-choice.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { useWhole } from '../parts/use-reading.ts'
import { Coverage } from './coverage.tsx'
import { PublicationPanel } from './publication-panel.tsx'
import { SamplePanel } from './sample-panel.tsx'
import { SectionPanel } from './section-panel.tsx'
import { SynthesisContext, type WrittenSynthesis } from './synthesis-context.ts'

const TOPICS: readonly ChangeTopic[] = ['themes', 'ideas', 'programme']

function Sections({ view, around }: { view: SynthesisView; around: WrittenSynthesis }) {
  const { say } = useSession().translator
  const { axis, themes, alone, coverage, sample } = view
  const lone = { title: say('synthesis.page.alone'), count: alone.count }
  return (
    <SynthesisContext value={around}>
      <Coverage view={view} />
      {coverage.ideas > 0 && (
        <>
          {themes.map(({ id, title, count, pro, con, sentences }) => (
            <SectionPanel
              key={`${axis} ${id}`}
              section={{ id, title, count }}
              sentences={sentences}
              stances={{ pro, con }}
            />
          ))}
          <SectionPanel
            key={axis}
            section={lone}
            sentences={alone.sentences}
            about={say('synthesis.page.alone.about')}
          />
          <SamplePanel sample={sample} />
          <PublicationPanel view={view} />
        </>
      )}
    </SynthesisContext>
  )
}

/** « Synthèse »: sentences on the ideas of an axis, decided on one by one, then published. Observers read. */
export function SynthesisPage({ call, reading }: { call: Call; reading: boolean }) {
  const { say } = useSession().translator
  const axis = useAxis()
  const path = `/syntheses?${new URLSearchParams({ axis: axis?.id ?? '' })}`
  const { value, failure, loadedAt, refresh, store } = useWhole<SynthesisView>(
    call,
    path,
    TOPICS,
    'unread.synthesis',
  )
  const send: WrittenSynthesis['send'] = (method, at, body) => store.send(method, at, body, () => {})
  const around: WrittenSynthesis | undefined = value && {
    axis: value.axis,
    ...(value.model !== undefined && { model: value.model }),
    call,
    reading,
    send,
  }
  return (
    <>
      <SectionHead
        title={say('synthesis.page.title')}
        trail={[{ text: say('section.ideas'), href: sectionAddress('ideas') }]}
        about={<p>{say('synthesis.page.about')}</p>}
      />
      <div className="synthesis-board">
        <AxisChoice />
        {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
        {!value && !failure && <SkeletonRows count={4} />}
        {value && around && <Sections view={value} around={around} />}
      </div>
    </>
  )
}
