import '../../parts/lists/rows.css'
import '../../parts/lists/rows-narrow.css'
import '../../parts/comments/comments.css'
import './ideas.css'
import './idea-page.css'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { RegisterView } from '../../../contract/ideas/register.ts'
import type { Near } from '../../../contract/primitives.ts'
import { usePaged } from '../../parts/lists/paged.ts'
import { useSession } from '../../parts/page/context.tsx'
import { BoxPage } from '../boxes/box-page.tsx'
import { BoxesPage } from '../boxes/boxes-page.tsx'
import { replaceAddress, sectionAddress } from '../parts/address.ts'
import { ReadOnlyNotice } from '../parts/read-only-notice.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { SynthesisPage } from '../synthesis/synthesis-page.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { ThemesPage } from '../themes/themes-page.tsx'
import { CommentsPage } from './comments-page.tsx'
import { Filters } from './filters.tsx'
import { IdeaList } from './idea-list.tsx'
import { IdeaPage } from './idea-page.tsx'
import type { LastIdeaAction } from './last-action.tsx'
import { ListTabs } from './list-tabs.tsx'
import { addressOf, pathOf, useQuery, WHOLE } from './query.ts'

/** What was done last, with which idea, and the one after it. */
type Last = { readonly idea: string; readonly done: LastIdeaAction; readonly next?: string }

/** The first of `items` after `id`, or before it where none follows. */
function nextTo(items: readonly RegisterView[], id: string): RegisterView | undefined {
  const at = items.findIndex(each => each.id === id)
  return at < 0 ? items[0] : (items[at + 1] ?? items[at - 1])
}

/** « Idées »: all of them as a list, one beside it, a box to be opened, themes, a synthesis, or comments that were reported. */
export default function IdeasPage(props: SectionProps) {
  const { say } = useSession().translator
  const { path, reading, call } = props
  const [place] = path
  if (place === 'boxes') return <BoxesPage call={call} reading={reading} />
  if (place === 'themes') return <ThemesPage call={call} reading={reading} />
  if (place === 'synthesis') return <SynthesisPage call={call} reading={reading} />
  if (place !== 'box' && place !== 'comments') return <Queue {...props} />
  if (!reading) return place === 'box' ? <BoxPage call={call} /> : <CommentsPage call={call} />
  const trail = { text: say('section.ideas'), href: sectionAddress('ideas') }
  return <ReadOnlyNotice title={say(place === 'box' ? 'idea.box' : 'remarks.title')} trail={trail} />
}

function Queue({ call, path: [id], reading }: SectionProps) {
  const { translator, announce } = useSession()
  const { say } = translator
  const { query, narrow } = useQuery()
  const list = usePaged<RegisterView & Near>(call, pathOf(query), ['ideas'], 'unread.register')
  const [last, setLast] = useState<Last>()
  const items = list.items ?? []
  /** After an act: shows its notice, with a link to the idea that was next in the list. */
  const finish = (idea: string, done: LastIdeaAction) => {
    const next = nextTo(items, idea)?.id
    setLast({ idea, done, ...(next !== undefined && { next }) })
    announce(next ? done.text : say('queue.last', { done: done.text }))
  }
  const lastOf = (idea: string) =>
    last?.idea === idea
      ? {
          done: last.done,
          next: { href: addressOf(query, last.next), last: last.next === undefined },
          leave: () => setLast(undefined),
          refresh: list.refresh,
        }
      : undefined
  const clear = () => replaceAddress(addressOf({ part: query.part, ...WHOLE }, id))
  return (
    <>
      {!id && (
        <SectionHead
          title={say('section.ideas')}
          acts={
            <>
              {!reading && (
                <Button as="a" href={sectionAddress('ideas', 'boxes')}>
                  {say('queue.boxes')}
                </Button>
              )}
              <a className="queue-page" href={sectionAddress('ideas', 'themes')}>
                {say('theme.title')}
              </a>
              <a className="queue-page" href={sectionAddress('ideas', 'synthesis')}>
                {say('synthesis.page.title')}
              </a>
            </>
          }
        />
      )}
      <div className={id ? 'queue queue-beside' : 'queue'}>
        <div className="queue-side">
          {!id && (
            <>
              <ListTabs query={query} reading={reading} />
              <Filters call={call} query={query} narrow={narrow} reading={reading} />
            </>
          )}
          <IdeaList list={list} query={query} beside={id} clear={clear} reading={reading} />
        </div>
        {id && (
          <IdeaPage
            key={id}
            call={call}
            id={id}
            known={items.find(each => each.id === id)}
            list={list.store}
            query={query}
            reading={reading}
            finish={done => finish(id, done)}
            last={lastOf(id)}
          />
        )}
      </div>
    </>
  )
}
