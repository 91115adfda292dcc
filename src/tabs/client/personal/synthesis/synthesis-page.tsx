import './synthesis.css'
import { Button } from '@fluentui/react-components'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { PublishedListView, PublishedSynthesisView } from '../../../contract/ideas/synthesis.ts'
import { usePrint } from '../../parts/actions/use-print.ts'
import { useReading } from '../../parts/lists/reading.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { linkAddress, SYNTHESIS, useLinkHere } from '../navigation/addresses.ts'
import { PageHead } from '../navigation/page-head.tsx'
import { PublishedSection } from './published-section.tsx'
import { sectionsOf } from './sections.ts'
import { SynthesisPaper } from './synthesis-paper.tsx'
import { amongText, madeTexts } from './texts.ts'

const TOPICS: readonly ChangeTopic[] = ['themes', 'ideas']

/** What is published on other axes; nothing where this is the only one. */
function Others({ axis }: { axis: string }) {
  const { translator, programme } = useSession()
  const { value } = useReading<PublishedListView>('/syntheses/published', TOPICS)
  const others = (value?.items ?? []).filter(each => each.axis !== axis)
  if (others.length === 0) return null
  return (
    <nav className="synthesis-others" aria-label={translator.say('synthesis.page.read.others')}>
      <p className="quiet">{translator.say('synthesis.page.read.others')}</p>
      <ul>
        {others.map(({ axis: id }) => (
          <li key={id}>
            <a href={linkAddress(SYNTHESIS + id)}>{axisOf(programme, id)?.title ?? id}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Published({ title, view }: { title: string; view: PublishedSynthesisView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const print = usePrint()
  return (
    <>
      <p>{amongText(view, translator)}</p>
      {sectionsOf(view, translator).map(section => (
        <PublishedSection key={section.title} section={section} />
      ))}
      <Panel title={say('synthesis.page.read.how')}>
        {madeTexts(view, translator, programme.today).map(text => (
          <p key={text}>{text}</p>
        ))}
        <div className="acts">
          <Button size="small" icon={<Print20Regular />} onClick={print}>
            {say('review.print')}
          </Button>
        </div>
      </Panel>
      <SynthesisPaper title={title} view={view} />
    </>
  )
}

function Reading({ axis, title }: { axis: string; title: string }) {
  const { say } = useSession().translator
  const path = `/syntheses/published/${encodeURIComponent(axis)}`
  const { value, failure, again } = useReading<PublishedSynthesisView>(path, TOPICS, 'unread.synthesis')
  if (value) return <Published title={title} view={value} />
  if (failure?.code === 'gone') return <p className="quiet">{say('synthesis.page.read.gone')}</p>
  if (failure) return <StaleNotice failure={failure} loadedAt={undefined} retry={again} />
  return <SkeletonRows count={4} />
}

/** The synthesis of an axis, as it is published. Its address names the axis. */
export default function SynthesisPage() {
  const { translator, programme } = useSession()
  const axis = useLinkHere().slice(SYNTHESIS.length)
  const title = axisOf(programme, axis)?.title ?? translator.say('synthesis.page.title')
  return (
    <div className="synthesis-published" key={axis}>
      <PageHead title={title} about={translator.say('synthesis.page.read.kind')} />
      <Reading axis={axis} title={title} />
      <Others axis={axis} />
    </div>
  )
}
