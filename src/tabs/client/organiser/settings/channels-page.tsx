import './channels.css'
import { useRef } from 'react'
import type { BindingView } from '../../../contract/channels.ts'
import type { Call } from '../../data/api/call.ts'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { type Bind, ChannelTeam } from './channel-team.tsx'

/** Applies a saved binding to a row: one of a whole team applies to each of its channels. */
function placed(each: BindingView, view: BindingView): BindingView {
  if (each.id === view.id) return view
  if (each.teamId !== view.teamId) return each
  const { teamDirection: _, ...rest } = each
  return { ...rest, ...(view.teamDirection !== undefined && { teamDirection: view.teamDirection }) }
}

/** Bindings of channels to Directions, which decide where announcements to a Direction are posted. */
export default function ChannelsPage({ call }: { call: Call }) {
  const { say } = useSession().translator
  const list = useRef<HTMLDivElement>(null)
  const { items, readOn, failure, loadedAt, refresh, store } = usePaged<BindingView>(
    call,
    '/channels/bindings',
    ['channels'],
    'unread.channels',
  )
  const bind: Bind = ({ id }, input) =>
    store.send<BindingView>('PUT', `/channels/${encodeURIComponent(id)}/binding`, input, view =>
      store.put('items', views => views.map(each => placed(each, view))),
    )
  const teams = [...new Set(items?.map(({ teamId }) => teamId))]
  return (
    <>
      <SectionHead
        title={say('channel.list')}
        trail={[{ text: say('section.settings'), href: sectionAddress('settings') }]}
        about={<p>{say('channel.bind.footer')}</p>}
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={4} />}
      {items?.length === 0 && (
        <section className="card panel channels-none">
          <h2>{say('setup.channels.none')}</h2>
          <ol className="channels-how">
            <li>{say('setup.channels.how.team')}</li>
            <li>{say('setup.channels.how.add')}</li>
            <li>{say('setup.channels.how.back')}</li>
          </ol>
        </section>
      )}
      {teams.length > 0 && (
        <div className="channel-teams" ref={list} tabIndex={-1}>
          {teams.map(team => (
            <ChannelTeam
              key={team}
              channels={items?.filter(({ teamId }) => teamId === team) ?? []}
              bind={bind}
            />
          ))}
          <ReadOn read={readOn} list={list} count={teams.length} />
        </div>
      )}
    </>
  )
}
