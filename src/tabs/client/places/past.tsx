import { useRef } from 'react'
import type { PastView } from '../../contract/messages.ts'
import type { Call } from '../api/call.ts'
import { worst } from '../api/failure.ts'
import { TOPIC_NAMES } from '../dialogs/topic-names.ts'
import { Commitment } from '../page/commitment.tsx'
import { useDesk } from '../page/desk.tsx'
import { useGround } from '../page/ground.tsx'
import { type Paged, usePaged } from '../page/paged.ts'
import { Panel } from '../page/panel.tsx'
import { ReadOn } from '../page/read-on.tsx'
import { FoldedList, ShortList } from '../page/short-list.tsx'
import { type Stale, StaleNotice } from '../page/trouble.tsx'
import { momentText } from '../words/days.ts'
import { PlaceHead } from './place-head.tsx'

const SHOWN = 10

function EndedCommitments() {
  const { speech, values } = useDesk()
  const ended = values.commitments?.filter(({ state }) => state !== 'taken')
  return (
    <Panel title={speech.say('past.commitments')}>
      <FoldedList
        items={ended?.toSorted((a, b) => (b.endedOn ?? '').localeCompare(a.endedOn ?? ''))}
        limit={SHOWN}
        empty={<p className="quiet">{speech.say('past.commitments.none')}</p>}
        draw={commitment => <Commitment commitment={commitment} />}
      />
    </Panel>
  )
}

function PastWorkshops() {
  const { speech, values, programme } = useDesk()
  const { say } = speech
  const past = values.workshops?.filter(({ stage, mine }) => stage === 'over' && mine !== undefined)
  return (
    <Panel title={say('past.workshops')}>
      <ShortList
        items={past?.toSorted((a, b) => b.startsAt - a.startsAt)}
        source="workshops"
        limit={SHOWN}
        empty={<p className="quiet">{say('past.workshops.none')}</p>}
        draw={({ title, startsAt, mine, table }) => (
          <div className="row">
            <h3>{title}</h3>
            <p className="quiet">
              {[
                momentText(startsAt, programme.today, speech),
                say(mine === 'yes' ? 'past.seat' : 'past.noSeat'),
                ...(table === undefined ? [] : [say('visit.table', { table })]),
              ].join('\u00A0· ')}
            </p>
          </div>
        )}
      />
    </Panel>
  )
}

function Message({ message: { topic, at } }: { message: PastView }) {
  const { speech, programme } = useGround()
  return (
    <div className="row">
      <h3>{speech.say(TOPIC_NAMES[topic])}</h3>
      <p className="quiet">{momentText(at, programme.today, speech)}</p>
    </div>
  )
}

function Messages({ items, readOn, failure }: Paged<PastView>) {
  const { say } = useGround().speech
  const list = useRef<HTMLUListElement>(null)
  return (
    <Panel title={say('past.messages')}>
      {!items && failure && <p className="quiet">{say('tab.unread')}</p>}
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
export function Past({ call, stale }: { call: Call; stale: Stale | undefined }) {
  const { speech } = useGround()
  const messages = usePaged<PastView>(call, '/me/messages/past', ['messages'])
  // Read apart, told together: a network that goes takes both.
  const failure = worst([stale?.failure, messages.failure].filter(each => each !== undefined))
  const retry = () => Promise.all([stale?.retry(), messages.refresh()]).then(() => {})
  return (
    <>
      <PlaceHead title={speech.say('past.title')} />
      {failure && (
        <StaleNotice failure={failure} loadedAt={stale?.loadedAt ?? messages.loadedAt} retry={retry} />
      )}
      <div className="cockpit">
        <div className="side">
          <EndedCommitments />
        </div>
        <div className="side">
          <PastWorkshops />
          <Messages {...messages} />
        </div>
      </div>
    </>
  )
}
