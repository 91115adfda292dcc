import { use, useRef } from 'react'
import type { PastView } from '../../../contract/messages.ts'
import type { Call } from '../../data/api/call.ts'
import { pageFailure } from '../../data/api/failure.ts'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { type Paged, usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { staleOf, Unread, UnreadContext } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { momentText } from '../../parts/words/days.ts'
import { TOPIC_NAMES } from '../../parts/words/message-topics.ts'
import { Commitment } from '../commitments/commitment.tsx'
import { linkAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { PageHead } from '../navigation/page-head.tsx'
import { ShortList } from '../navigation/short-list.tsx'

const SHOWN = 10

function EndedCommitments() {
  const { translator, values } = usePersonalTab()
  const ended = values.commitments?.filter(({ state }) => state !== 'taken')
  return (
    <Panel title={translator.say('past.commitments')}>
      <FoldedList
        items={ended?.toSorted((a, b) => (b.endedOn ?? '').localeCompare(a.endedOn ?? ''))}
        part="unread.commitments"
        limit={SHOWN}
        empty={<p className="quiet">{translator.say('past.commitments.none')}</p>}
        draw={commitment => <Commitment commitment={commitment} />}
      />
    </Panel>
  )
}

function PastWorkshops() {
  const { translator, values, programme } = usePersonalTab()
  const { say } = translator
  const past = values.workshops?.filter(
    ({ stage, mine, came }) => stage === 'over' && (came || mine !== undefined),
  )
  return (
    <Panel title={say('past.workshops')}>
      <ShortList
        items={past?.toSorted((a, b) => b.startsAt - a.startsAt)}
        source="workshops"
        part="unread.workshops"
        limit={SHOWN}
        empty={<p className="quiet">{say('past.workshops.none')}</p>}
        draw={({ id, title, startsAt, mine, came, table, summary }) => (
          <div className="row">
            <h3>{title}</h3>
            <FactLine
              of={[
                momentText(startsAt, programme.today, translator),
                say(came ? 'checkin.done' : mine === 'yes' ? 'past.seat' : 'past.noSeat'),
                table !== undefined && say('visit.table', { table }),
              ]}
            />
            {summary && (
              <a
                href={linkAddress(`summary:${id}`)}
                aria-label={actName(translator, 'harvest.summary.read', title, startsAt)}
              >
                {say('harvest.summary.read')}
              </a>
            )}
          </div>
        )}
      />
    </Panel>
  )
}

function Message({ message: { topic, at } }: { message: PastView }) {
  const { translator, programme } = useSession()
  return (
    <div className="row">
      <h3>{translator.say(TOPIC_NAMES[topic])}</h3>
      <p className="quiet">{momentText(at, programme.today, translator)}</p>
    </div>
  )
}

function Messages({ items, readOn, failure }: Paged<PastView>) {
  const { say } = useSession().translator
  const list = useRef<HTMLUListElement>(null)
  return (
    <Panel title={say('past.messages')}>
      <Unread parts={['unread.messages']} shown={items !== undefined} />
      {!items && !failure && <div className="bone-list" aria-hidden="true" />}
      {items && (
        <ul className="rows" ref={list} tabIndex={-1}>
          {items.map(message => (
            <li key={message.id} tabIndex={-1}>
              <Message message={message} />
            </li>
          ))}
        </ul>
      )}
      {items?.length === 0 && <p className="quiet">{say('past.messages.none')}</p>}
      <ReadOn read={readOn} list={list} count={items?.length ?? 0} />
    </Panel>
  )
}

/** « Ce qui est passé »: commitments that ended, workshops that are over, what the bot wrote unasked. */
export function PastPage({ call }: { call: Call }) {
  const { translator } = useSession()
  const messages = usePaged<PastView>(call, '/me/messages/past', ['messages'], 'unread.messages')
  // Two sources, one notice: a lost network affects both.
  const page = use(UnreadContext)
  const failures = [...page.failures, ...(messages.failure ? [messages.failure] : [])]
  const retry = () => Promise.all([page.retry(), messages.refresh()]).then(() => {})
  const all = { ...page, failures, retry, page: page.page ?? pageFailure(failures, failures.length + 1) }
  const stale = staleOf(all)
  return (
    <UnreadContext value={all}>
      <PageHead title={translator.say('past.title')} />
      {stale && <StaleNotice {...stale} />}
      <div className="cockpit">
        <div className="side">
          <EndedCommitments />
        </div>
        <div className="side">
          <PastWorkshops />
          <Messages {...messages} />
        </div>
      </div>
    </UnreadContext>
  )
}
