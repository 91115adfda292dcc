import type { Topic } from '../../../kernel/topic.ts'
import { dateIn } from '../../../kernel/zone.ts'
import type { DataLineView, DataPart } from '../../contract/rights.ts'
import { Frame } from '../dialogs/frame.tsx'
import { PagedList } from '../dialogs/paged-list.tsx'
import { usePages } from '../dialogs/pages.ts'
import { useGround } from '../page/ground.tsx'
import { fullDay } from '../words/days.ts'

function Line({ line: { what, text, mark, at, facts = [] } }: { line: DataLineView }) {
  const { speech } = useGround()
  return (
    <div className="held-line">
      <span className="quiet">
        {at === undefined ? what : `${what}\u00A0· ${fullDay(dateIn(at, speech.zone), speech)}`}
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

const NONE: readonly Topic[] = []

/** All rows of one part, a page at a time. */
export function HeldDialog({ part, title, close }: { part: DataPart; title: string; close: () => void }) {
  const { say } = useGround().speech
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
