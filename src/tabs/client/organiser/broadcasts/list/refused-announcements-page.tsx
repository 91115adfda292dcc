import { useRef } from 'react'
import type { AnnouncedInput, AnnouncedView } from '../../../../contract/announced.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { DataTable } from '../../../parts/lists/data-table.tsx'
import { usePaged } from '../../../parts/lists/paged.ts'
import { ReadOn } from '../../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { actName } from '../../../parts/words/button-name.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import { toAll } from '../broadcast/addresses.ts'
import { adviceOf, placeText, thingName, whyText } from './refused-announcement-texts.ts'

type Decide = (act: 'settle' | 'repost', input: AnnouncedInput) => Promise<AnnouncedView>

/** What somebody who looked makes of it. */
function Decisions({ item, decide, done }: { item: AnnouncedView; decide: Decide; done: () => void }) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const { key, at, state, open } = item
  const about = `${thingName(translator, item.thing)}, ${placeText(item)}`
  const there = state === 'unknown'
  const settle = async () => {
    const said = say(there ? 'announce.check.there.done' : 'announce.check.drop.done')
    if (await act.run(() => decide('settle', { key, at }), { text: said, about })) done()
  }
  const repost = async () => {
    if (
      await act.run(() => decide('repost', { key, at }), { text: say('announce.check.repost.done'), about })
    )
      done()
  }
  return (
    <>
      <div className="acts cast-decisions">
        <ActButton
          act={act}
          size="small"
          aria-label={actName(translator, there ? 'announce.check.there' : 'announce.check.drop', about)}
          onPress={() => void settle()}
        >
          {say(there ? 'announce.check.there' : 'announce.check.drop')}
        </ActButton>
        {open && (
          <ActButton
            act={act}
            size="small"
            aria-label={actName(translator, 'announce.check.repost', about)}
            onPress={() => void repost()}
          >
            {say('announce.check.repost')}
          </ActButton>
        )}
      </div>
      <ActFailure act={act} />
    </>
  )
}

/** What was announced in a channel and Teams did not take, or did not confirm. */
export function AnnouncedPage({ call, reading }: { call: Call; reading: boolean }) {
  const { translator } = useSession()
  const { say, shortDay, time } = translator
  const body = useRef<HTMLElement>(null)
  const { items, failure, loadedAt, refresh, readOn, store } = usePaged<AnnouncedView>(
    call,
    '/announced',
    ['channels'],
    'unread.announced',
  )
  const decide: Decide = (act, input) =>
    store.send<AnnouncedView>('POST', `/announced/${act}`, input, ({ key }) =>
      store.put('items', all => all.filter(each => each.key !== key)),
    )
  // The row disappears with its buttons.
  const done = () => body.current?.focus()
  return (
    <>
      <SectionHead
        title={say('announce.check.title')}
        trail={[toAll(translator)]}
        about={<p>{say('cast.tab.announced.about')}</p>}
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows />}
      {items?.length === 0 && <p className="card cast-nothing">{say('cast.tab.announced.none')}</p>}
      {items && items.length > 0 && (
        <div className="card cast-list">
          <DataTable<AnnouncedView>
            caption={say('announce.check.title')}
            rows={items}
            idOf={({ key }) => key}
            body={body}
            columns={[
              {
                id: 'what',
                head: say('cast.tab.announced.what'),
                cell: ({ thing }) => thingName(translator, thing),
              },
              { id: 'where', head: say('cast.tab.announced.where'), cell: placeText },
              {
                id: 'when',
                head: say('cast.tab.announced.when'),
                cell: ({ at }) => say('cast.tab.moment', { date: shortDay(at), time: time(at) }),
              },
              {
                id: 'outcome',
                head: say('cast.tab.announced.outcome'),
                cell: item => (
                  <>
                    {whyText(translator, item)} <span className="quiet">{adviceOf(translator, item)}</span>
                  </>
                ),
              },
            ]}
            {...(!reading && {
              actsHead: say('cast.tab.announced.see'),
              actsOf: item => <Decisions item={item} decide={decide} done={done} />,
            })}
          />
          <ReadOn read={readOn} list={body} count={items.length} />
        </div>
      )}
    </>
  )
}
