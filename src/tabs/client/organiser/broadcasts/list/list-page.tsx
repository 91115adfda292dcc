import { useRef } from 'react'
import type { AnnouncedView } from '../../../../contract/announced.ts'
import type { BroadcastView } from '../../../../contract/broadcasts.ts'
import type { Call } from '../../../data/api/call.ts'
import { DataTable, type TableColumn } from '../../../parts/lists/data-table.tsx'
import { usePaged } from '../../../parts/lists/paged.ts'
import { ReadOn } from '../../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { StateBadge } from '../../../parts/panels/badge.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { ANNOUNCED, addressOf, NEW } from '../broadcast/addresses.ts'
import { audienceText, stateText, TONES, titleOf } from '../broadcast/texts.ts'

function useColumns(): readonly TableColumn<BroadcastView>[] {
  const { translator, programme } = useSession()
  const { say, shortDay, time } = translator
  return [
    { id: 'title', head: say('cast.tab.head.title'), cell: titleOf },
    {
      id: 'state',
      head: say('cast.tab.head.state'),
      plain: true,
      cell: each => <StateBadge tone={TONES[each.state]}>{stateText(translator, each)}</StateBadge>,
    },
    {
      id: 'audience',
      head: say('cast.tab.head.audience'),
      plain: true,
      cell: view => audienceText(translator, programme, view),
    },
    {
      id: 'when',
      head: say('cast.tab.head.when'),
      plain: true,
      cell: ({ state, startedAt, createdAt, leavesAt }) =>
        state === 'planned' && leavesAt !== undefined
          ? capitalised(say('cast.tab.moment', { date: shortDay(leavesAt), time: time(leavesAt) }))
          : capitalised(shortDay(startedAt ?? createdAt)),
    },
    {
      id: 'sent',
      head: say('cast.tab.head.sent'),
      numeric: true,
      cell: ({ state, figures: { sent, recipients } }) =>
        state === 'draft' || state === 'planned'
          ? ''
          : say('cast.tab.sent', { done: sent, total: recipients }),
    },
  ]
}

/** What Teams did not take in a channel, when there is any. */
function ToCheck({ call }: { call: Call }) {
  const { say } = useSession().translator
  const { items = [] } = usePaged<AnnouncedView>(call, '/announced', ['channels'])
  if (items.length === 0) return null
  return (
    <Notice tone="warning" action={<LinkButton href={ANNOUNCED}>{say('cast.tab.announced.see')}</LinkButton>}>
      {say('announce.check.count', { count: items.length })}
    </Notice>
  )
}

/** Every broadcast, newest first. */
export function ListPage({ call, reading }: { call: Call; reading: boolean }) {
  const { say } = useSession().translator
  const body = useRef<HTMLElement>(null)
  const columns = useColumns()
  const list = usePaged<BroadcastView>(call, '/broadcasts', ['broadcasts', 'messages'], 'unread.broadcasts')
  const { items, failure, loadedAt, refresh, readOn } = list
  return (
    <>
      <SectionHead
        title={say('section.broadcasts')}
        acts={
          reading ? undefined : (
            <LinkButton href={NEW} filled>
              {say('cast.write')}
            </LinkButton>
          )
        }
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      <ToCheck call={call} />
      {!items && !failure && <SkeletonRows />}
      {items?.length === 0 && (
        <p className="card cast-nothing">{say(reading ? 'cast.tab.empty.reading' : 'cast.tab.empty')}</p>
      )}
      {items && items.length > 0 && (
        <div className="card cast-list">
          <DataTable
            caption={say('section.broadcasts')}
            rows={items}
            idOf={({ id }) => id}
            columns={columns}
            linkOf={({ id }) => addressOf(id)}
            body={body}
          />
          <ReadOn read={readOn} list={body} count={items.length} />
        </div>
      )}
    </>
  )
}
