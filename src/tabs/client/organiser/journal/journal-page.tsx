import './journal.css'
import { useEffect, useRef } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { AuditView } from '../../../contract/audit.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { save } from '../../parts/actions/save-file.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { momentText } from '../../parts/words/days.ts'
import { sectionAddress, useFilters } from '../parts/address.ts'
import { receive } from '../parts/download.ts'
import { SectionHead } from '../parts/section-head.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { Act, Who } from './entry.tsx'
import { DOOR_WORDS } from './entry-texts.ts'
import { Filters } from './filters.tsx'
import { FILTERS } from './query.ts'

const TOPICS: readonly ChangeTopic[] = ['audit']

function useColumns(): readonly TableColumn<AuditView>[] {
  const { translator, programme } = useSession()
  const { say } = translator
  return [
    { id: 'act', head: say('journal.col.act'), cell: entry => <Act entry={entry} /> },
    { id: 'who', head: say('journal.col.who'), cell: entry => <Who entry={entry} /> },
    { id: 'door', head: say('journal.col.door'), cell: ({ door }) => say(DOOR_WORDS[door]) },
    {
      id: 'at',
      head: say('journal.col.when'),
      cell: ({ at }) => (
        <time dateTime={new Date(at).toISOString()}>{momentText(at, programme.today, translator)}</time>
      ),
    },
  ]
}

/** Who in charge did what, and what was refused: by role, without names. */
export default function JournalPage({ call }: SectionProps) {
  const { translator, announce } = useSession()
  const { say } = translator
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
        trail={[{ text: say('section.settings'), href: sectionAddress('settings') }]}
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
      {!items && !failure && <SkeletonRows count={6} kind="bone-hand" />}
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
