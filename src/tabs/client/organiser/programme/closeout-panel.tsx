import '../../parts/panels/details.css'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { CloseoutView } from '../../../contract/closeout.ts'
import type { WholeProgrammeView } from '../../../contract/programme/method.ts'
import type { Call } from '../../data/api/call.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { momentDay } from '../../parts/words/days.ts'
import { useWhole } from '../parts/use-reading.ts'
import { ArchiveAct } from './archive-act.tsx'
import { ClosingAct, ReopeningAct } from './closing-act.tsx'
import { LessonsPart } from './lessons-part.tsx'
import { OpenMatters } from './open-matters.tsx'

const TOPICS: readonly ChangeTopic[] = ['programme', 'ideas', 'ballots', 'workshops', 'broadcasts']

export type CloseoutReading = ReturnType<typeof useCloseout>

/** What is still open, read again as it is dealt with. */
export function useCloseout(call: Call) {
  return useWhole<CloseoutView>(call, '/closing', TOPICS, 'unread.closeout')
}

/** At the head of the page, once the programme is closed. */
export function ClosedNotice({ closed }: { closed: NonNullable<CloseoutView['closed']> }) {
  const { translator, programme } = useSession()
  const date = momentDay(closed.at, programme.today, translator)
  return (
    <Notice tone="neutral">
      {translator.say('closeout.since', { date })}{' '}
      {translator.say('closeout.since.left', { count: closed.left })}
    </Notice>
  )
}

type Props = {
  readonly call: Call
  readonly reading: boolean
  readonly closeout: CloseoutReading
  readonly whole: WholeProgrammeView
  /** What the method says was written anew. */
  readonly changed: () => void
}

/** « Clore le programme », folded at the end of the page: what is still open, what was learnt and what remains, the act. */
export function CloseoutPanel({ call, reading, closeout, whole, changed }: Props) {
  const { say } = useSession().translator
  const { value, failure, loadedAt, refresh } = closeout
  return (
    <details className="card panel unfold closeout">
      <summary>
        <h2>{say('closeout.title')}</h2>
        {value && !value.closed && (
          <span className="quiet closeout-left">{say('closeout.left', { count: value.left })}</span>
        )}
      </summary>
      <div className="closeout-body">
        {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
        {value && (
          <>
            {!value.closed && <p className="quiet">{say('closeout.about')}</p>}
            <OpenMatters open={value.open} />
            <p className="quiet">{say('closeout.private')}</p>
            <LessonsPart call={call} whole={whole} changed={changed} reading={reading} />
            {!reading && <ArchiveAct call={call} />}
            {!reading && !value.closed && <ClosingAct call={call} view={value} changed={refresh} />}
            {!reading && value.closed && <ReopeningAct call={call} changed={refresh} />}
          </>
        )}
      </div>
    </details>
  )
}
