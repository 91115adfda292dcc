import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import { clausesOf } from '../../../../kernel/text/clause.ts'
import type { TrialRecordView } from '../../../contract/initiatives/trial-records.ts'
import type { Call } from '../../data/api/call.ts'
import { openTab } from '../../host/navigation.ts'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { plainDay } from '../../parts/words/days.ts'

export const DECIDED = {
  generalise: 'review.tried.generalise',
  adjust: 'review.tried.adjust',
  stop: 'review.tried.stop',
} as const

/** What was tried, what became of it and what was learnt. */
function Tried({ trial }: { trial: TrialRecordView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { title, initiative, hypothesis, decision } = trial
  if (!decision) return null
  const date = plainDay(decision.on, programme.today, translator)
  return (
    <>
      <h3>{title}</h3>
      <p>{say('review.tried.hypothesis', clausesOf(hypothesis))}</p>
      <p className="quiet">{say(DECIDED[decision.kind], { date })}</p>
      <p>{say('review.tried.learnt', { text: decision.learnt })}</p>
      <Button
        size="small"
        aria-label={actName(translator, 'initiative.see', title)}
        onClick={() => void openTab('gallery', initiative)}
      >
        {say('initiative.see')}
      </Button>
    </>
  )
}

/** « Ce que les essais ont appris »: those that were decided, the latest first; stopped ones like the others. */
export function TriedList({ call }: { call: Call }) {
  const { say } = useSession().translator
  const { items, readOn, failure, loadedAt, refresh } = usePaged<TrialRecordView>(
    call,
    '/trial-records',
    ['initiatives'],
    'unread.tried',
  )
  const list = useRef<HTMLUListElement>(null)
  return (
    <Panel title={say('review.tried')}>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={3} />}
      {items && (
        <>
          <ul className="rows tried" ref={list} tabIndex={-1} aria-label={say('review.tried')}>
            {items.map(trial => (
              <li key={trial.id} tabIndex={-1}>
                <Tried trial={trial} />
              </li>
            ))}
          </ul>
          <ReadOn read={readOn} list={list} count={items.length} />
        </>
      )}
    </Panel>
  )
}
