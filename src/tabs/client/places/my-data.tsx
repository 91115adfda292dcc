import { Button } from '@fluentui/react-components'
import type { Key } from '../../../i18n/words.ts'
import type { SourceName } from '../board/sources.ts'
import { useDesk } from '../page/desk.tsx'
import { Panel } from '../page/panel.tsx'
import { placeAddress } from '../page/place.ts'
import { PlaceHead } from './place-head.tsx'

type Kind = {
  readonly id: string
  readonly title: Key
  readonly what: Key
  readonly why: Key
  readonly until: Key
  readonly seen: Key
  /** The list of the page that has them. */
  readonly source?: SourceName
}

/** What is kept of a person, as docs/donnees.md has it column by column. */
const KINDS: readonly Kind[] = [
  {
    id: 'self',
    title: 'data.self',
    what: 'data.self.what',
    why: 'data.self.why',
    until: 'data.until.erased',
    seen: 'data.self.seen',
  },
  {
    id: 'commitments',
    title: 'data.commitments',
    what: 'data.commitments.what',
    why: 'data.commitments.why',
    until: 'data.until.erased',
    seen: 'data.commitments.seen',
    source: 'commitments',
  },
  {
    id: 'ideas',
    title: 'data.ideas',
    what: 'data.ideas.what',
    why: 'data.ideas.why',
    until: 'data.ideas.until',
    seen: 'data.ideas.seen',
    source: 'myIdeas',
  },
  {
    id: 'votes',
    title: 'data.votes',
    what: 'data.votes.what',
    why: 'data.votes.why',
    until: 'data.votes.until',
    seen: 'data.votes.seen',
  },
  {
    id: 'workshops',
    title: 'data.workshops',
    what: 'data.workshops.what',
    why: 'data.workshops.why',
    until: 'data.workshops.until',
    seen: 'data.workshops.seen',
  },
  {
    id: 'messages',
    title: 'data.messages',
    what: 'data.messages.what',
    why: 'data.messages.why',
    until: 'data.until.erased',
    seen: 'data.messages.seen',
  },
  {
    id: 'journal',
    title: 'data.journal',
    what: 'data.journal.what',
    why: 'data.journal.why',
    until: 'data.journal.until',
    seen: 'data.journal.seen',
  },
]

function Count({ source }: { source: SourceName }) {
  const { speech, values, cut } = useDesk()
  const held = values[source]
  if (!Array.isArray(held)) return null
  return (
    <span className="quiet">
      {speech.say(cut[source] ? 'data.count.more' : 'data.count', { count: held.length })}
    </span>
  )
}

/** What one can do about that kind at once. */
function Acts({ kind }: { kind: Kind }) {
  const { speech, me, acting, open } = useDesk()
  const { say } = speech
  if (kind.id === 'self') {
    return (
      <Button onClick={() => open({ kind: 'direction' })}>
        {say(me.direction ? 'direction.correct' : 'tab.direction.say')}
      </Button>
    )
  }
  if (kind.id === 'messages') {
    return (
      <>
        {acting && <Button onClick={() => open({ kind: 'preferences' })}>{say('message.choices')}</Button>}
        <a href={placeAddress('past')}>{say('cockpit.past')}</a>
      </>
    )
  }
  if (kind.id === 'workshops') return <a href={placeAddress('past')}>{say('past.workshops')}</a>
  return kind.source ? <a href={placeAddress('')}>{say('data.see')}</a> : null
}

function DataKind({ kind }: { kind: Kind }) {
  const { speech } = useDesk()
  const { say } = speech
  const lines: readonly (readonly [Key, Key])[] = [
    ['data.why', kind.why],
    ['data.until', kind.until],
    ['data.seen', kind.seen],
  ]
  return (
    <Panel title={say(kind.title)} action={kind.source && <Count source={kind.source} />}>
      <p>{say(kind.what)}</p>
      <dl className="data-lines">
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt className="quiet">{say(name)}</dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
      <div className="acts place-acts">
        <Acts kind={kind} />
      </div>
    </Panel>
  )
}

const ROLES = {
  agent: 'role.agent',
  pilot: 'role.pilot',
  manager: 'role.manager',
  organiser: 'role.organiser',
  observer: 'role.observer',
} as const

/** « Mes données »: what is kept of me, why, until when, and who sees it. */
export function MyData() {
  const { speech, me } = useDesk()
  const { say } = speech
  const facts = [me.name, me.direction?.name, say(ROLES[me.role])].filter(Boolean).join(' · ')
  return (
    <>
      <PlaceHead title={say('data.title')} about={facts} />
      <p>{say('data.intro')}</p>
      <div className="data-kinds">
        {KINDS.map(kind => (
          <DataKind key={kind.id} kind={kind} />
        ))}
      </div>
      <p className="quiet">{say('data.rights')}</p>
    </>
  )
}
