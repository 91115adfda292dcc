import { useEffect, useRef } from 'react'
import type { NearView } from '../../../contract/commitments.ts'
import type { AxisView } from '../../../contract/programme/programme.ts'
import { HorizonField } from '../../parts/commitments/horizon-field.tsx'
import { type Alike, alike } from '../../parts/commitments/same-wording.ts'
import { VisibilityField } from '../../parts/commitments/visibility-field.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { PagedList } from '../../parts/lists/paged-list.tsx'
import { type Pages, usePages } from '../../parts/lists/pages.ts'
import { useDesk } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'
import { NearAuthor, NearRow } from './colleague-row.tsx'
import { type MeToo, useMeToo } from './joining.ts'

const rowOf = ({ id }: { readonly id: string }) => `near-${id}`

type ListProps = { pages: Pages<NearView>; begin: (near: NearView) => void; label: string; back: boolean }

/** `back`: shown again after « Moi aussi », when the row that was left takes the focus instead of the top. */
function List({ pages, begin, label, back }: ListProps) {
  const { speech } = useDesk()
  return (
    <ScrollStop quiet={back}>
      <PagedList<Alike>
        pages={{ ...pages, items: alike(pages.items), change: () => undefined }}
        label={label}
        className="rows near"
        empty={speech.say('commit.near.empty')}
        idOf={rowOf}
        draw={near => <NearRow near={near} begin={begin} />}
      />
    </ScrollStop>
  )
}

function Form({ draft, tried, change }: Pick<MeToo, 'tried' | 'change'> & Required<Pick<MeToo, 'draft'>>) {
  const { speech } = useDesk()
  if (!draft) return null
  return (
    <>
      <ScrollStop>
        <div>
          <p className="words">{draft.near.text}</p>
          <NearAuthor near={draft.near} />
        </div>
      </ScrollStop>
      <HorizonField value={draft.horizon} onChange={horizon => change({ horizon })} tried={tried} />
      <VisibilityField value={draft.visibility} onChange={visibility => change({ visibility })} />
      <p className="quiet">{speech.say('commit.rules')}</p>
    </>
  )
}

/** What colleagues share under an axis; « Moi aussi » takes the list's place, and gives it back. */
export function NearDialog({ axis, finish }: { axis: AxisView; finish: Finish }) {
  const { speech } = useDesk()
  const pages = usePages<NearView>(`/commitments/near?axis=${encodeURIComponent(axis.id)}`, ['commitments'])
  const left = useRef<NearView>(undefined)
  const meToo = useMeToo(({ id }) =>
    pages.change(items => items.map(one => (one.id === id ? { ...one, joined: true } : one))),
  )
  const { draft } = meToo
  useEffect(() => {
    if (draft) left.current = draft.near
    else if (left.current) document.getElementById(rowOf(left.current))?.focus()
  }, [draft])
  const submit = { word: speech.say('commit.me.too'), act: meToo.act, send: () => void meToo.send() }
  const title = speech.say('tab.near', { axis: axis.title })
  return (
    <Frame
      title={draft ? speech.say('commit.me.too') : title}
      close={draft ? meToo.leave : () => finish()}
      closeWord={speech.say(draft ? 'tab.near.back' : 'tab.close')}
      {...(draft && { submit })}
    >
      {draft && <Form draft={draft} tried={meToo.tried} change={meToo.change} />}
      {!draft && <List pages={pages} begin={meToo.begin} label={title} back={left.current !== undefined} />}
    </Frame>
  )
}
