import { lazy } from 'react'
import type { SynthesisView } from '../../../contract/ideas/synthesis.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { focusOn } from '../../parts/page/focus.ts'
import { Panel } from '../../parts/panels/panel.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { LEAST } from './publication-texts.ts'
import { useSynthesis } from './synthesis-context.ts'

const SampleReading = lazy(() => import('./sample-reading.tsx'))
const HEADING = 'synthesis-sample'

/** What people have said of it so far, and what to do where too little of it is right. */
function Agreement({ sample: { read, right, low = 0 } }: Pick<SynthesisView, 'sample'>) {
  const { say, share } = useSession().translator
  return (
    <>
      <p>{say('synthesis.page.sample.agreement', { read, right, low: share(low, 100) })}</p>
      {low < LEAST && <p>{say('synthesis.page.sample.low', { least: share(LEAST, 100) })}</p>}
    </>
  )
}

/** « Tirer au hasard », after which what was pressed is gone. */
function Draw({ again }: { again: boolean }) {
  const { say } = useSession().translator
  const { axis, send } = useSynthesis()
  const act = useAct()
  const press = async () => {
    const drawn = () => send('POST', '/syntheses/sample', { axis })
    if (!(await act.run(drawn, say('synthesis.page.sample.drawn')))) return
    focusOn(document.getElementById(HEADING))
  }
  return (
    <>
      <div className="acts">
        <ActButton act={act} onPress={() => void press()}>
          {say(again ? 'synthesis.page.sample.draw.again' : 'synthesis.page.sample.draw')}
        </ActButton>
      </div>
      <ActFailure act={act} />
    </>
  )
}

/** People read some of what words have placed, before it is published. */
export function SamplePanel({ sample }: Pick<SynthesisView, 'sample'>) {
  const { say } = useSession().translator
  const { axis, reading } = useSynthesis()
  const { state, size, read } = sample
  const opened = state === 'reading' || state === 'done'
  if (state === 'none')
    return (
      <Panel title={say('synthesis.page.sample')} id={HEADING}>
        <p>{say('synthesis.page.sample.none')}</p>
      </Panel>
    )
  return (
    <Panel title={say('synthesis.page.sample')} id={HEADING}>
      <p className="quiet">{say('synthesis.page.sample.why')}</p>
      {state === 'stale' && <p>{say('synthesis.page.sample.stale')}</p>}
      {state === 'reading' && <p>{say('synthesis.page.sample.progress', { read, size })}</p>}
      {state === 'done' && <Agreement sample={sample} />}
      {!reading && !opened && <Draw again={state === 'stale'} />}
      {!reading && opened && (
        <LazyPart fallback={<SkeletonRows count={1} />}>
          <SampleReading key={axis} />
        </LazyPart>
      )}
    </Panel>
  )
}
