import words from 'virtual:words/journal'
import '../../look/journal.css'
import { useEffect, useRef } from 'react'
import type { Topic } from '../../../../kernel/topic.ts'
import type { AuditView } from '../../../contract/audit.ts'
import { useFilters } from '../../organiser/address.ts'
import type { SectionProps } from '../../organiser/sections.ts'
import { ActFailure, useAct } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { Bones } from '../../page/bones.tsx'
import { type Column, DataTable } from '../../page/data-table.tsx'
import { useGround } from '../../page/ground.tsx'
import { usePaged } from '../../page/paged.ts'
import { ReadOn } from '../../page/read-on.tsx'
import { save } from '../../page/save.ts'
import { SectionHead } from '../../page/section-head.tsx'
import { StaleNotice } from '../../page/trouble.tsx'
import { momentText } from '../../words/days.ts'
import { learn } from '../../words/speech.ts'
import { receive } from '../figures/receive.ts'
import { Act, Who } from './entry.tsx'
import { DOOR_WORDS } from './entry-words.ts'
import { Filters } from './filters.tsx'
import { FILTERS } from './query.ts'

learn(words)

const TOPICS: readonly Topic[] = ['audit']

function useColumns(): readonly Column<AuditView>[] {
  const { speech, programme } = useGround()
  const { say } = speech
  return [
    { id: 'act', head: say('journal.col.act'), cell: entry => <Act entry={entry} /> },
    { id: 'who', head: say('journal.col.who'), cell: entry => <Who entry={entry} /> },
    { id: 'door', head: say('journal.col.door'), cell: ({ door }) => say(DOOR_WORDS[door]) },
    {
      id: 'at',
      head: say('journal.col.when'),
      cell: ({ at }) => (
        <time dateTime={new Date(at).toISOString()}>{momentText(at, programme.today, speech)}</time>
      ),
    },
  ]
}

/** Who in charge did what, and what was refused: by role, without names. */
export default function JournalPage({ call }: SectionProps) {
  const { speech, announce } = useGround()
  const { say } = speech
  const [filters] = useFilters()
  const asked = FILTERS.flatMap(name => (filters.get(name) ? [[name, filters.get(name) ?? '']] : []))
  const path = `/audit${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`
  const { items, readOn, failure, loadedAt, refresh } = usePaged<AuditView>(
    call,
    path,
    TOPICS,
    'unread.journal',
  )
  const columns = useColumns()
  const taking = useAct()
  const take = async () => {
    const wanted = { path: '/audit/file', body: Object.fromEntries(asked), heard: () => {} }
    save(await receive(call, wanted, new AbortController()))
    await refresh()
  }
  const body = useRef<HTMLElement>(null)
  const told = useRef(path)
  const count = items?.length
  useEffect(() => {
    if (count === undefined || told.current === path) return
    told.current = path
    announce(say('journal.found', { count }))
  }, [count, path, announce, say])
  return (
    <>
      <SectionHead
        title={say('section.journal')}
        about={<p className="journal-about">{say('journal.about')}</p>}
        acts={
          <ActButton act={taking} onPress={() => void taking.run(take, say('direction.export.done'))}>
            {say('journal.take')}
          </ActButton>
        }
      />
      <ActFailure act={taking} />
      <Filters />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <Bones count={6} kind="bone-hand" />}
      {items?.length === 0 && (
        <p className="card panel">{say(asked.length > 0 ? 'journal.empty.filtered' : 'journal.empty')}</p>
      )}
      {items && items.length > 0 && (
        <section className="journal">
          <DataTable
            caption={say('journal.caption')}
            rows={items}
            idOf={({ at, who, act, thing }) => `${at} ${who} ${act} ${thing}`}
            columns={columns}
            body={body}
          />
          <ReadOn read={readOn} list={body} count={items.length} />
        </section>
      )}
    </>
  )
}
