import type { DataPart } from '../../../../kernel/personal-data/data-part.ts'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { DataLineView } from '../../../contract/rights.ts'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { PagedList } from '../../parts/lists/paged-list.tsx'
import { usePages } from '../../parts/lists/pages.ts'
import { useSession } from '../../parts/page/context.tsx'
import { fullDay } from '../../parts/words/days.ts'

function Line({ line: { what, text, mark, at, facts = [] } }: { line: DataLineView }) {
  const { translator } = useSession()
  return (
    <div className="held-line">
      <span className="quiet">
        {at === undefined ? what : `${what}\u00A0· ${fullDay(dateIn(at, translator.zone), translator)}`}
      </span>
      {text !== undefined && <p className="words">{text}</p>}
      {mark !== undefined && (
        <p>
          <strong>{mark}</strong>
        </p>
      )}
      {facts.length > 0 && (
        <dl className="data-lines">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt className="quiet">{label}</dt>
              <dd className="words">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

const NONE: readonly ChangeTopic[] = []

/** All rows of one part, a page at a time. */
export function RowsDialog({ part, title, close }: { part: DataPart; title: string; close: () => void }) {
  const { say } = useSession().translator
  const pages = usePages<DataLineView>(`/me/data/parts/${part}`, NONE, 'unread.data')
  return (
    <Frame title={title} close={close} closeWord={say('tab.close')}>
      <PagedList
        pages={pages}
        label={title}
        empty={say('data.rows.none')}
        idOf={(_, at) => `held-${at}`}
        draw={line => <Line line={line} />}
      />
    </Frame>
  )
}
