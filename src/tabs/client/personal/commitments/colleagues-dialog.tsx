import { useEffect, useRef } from 'react'
import type { SharedCommitmentView } from '../../../contract/commitments.ts'
import type { AxisView } from '../../../contract/programme/programme.ts'
import { HorizonField } from '../../parts/commitments/horizon-field.tsx'
import { alike, type SameWording } from '../../parts/commitments/same-wording.ts'
import { VisibilityField } from '../../parts/commitments/visibility-field.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { PagedList } from '../../parts/lists/paged-list.tsx'
import { type Pages, usePages } from '../../parts/lists/pages.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'
import { ColleagueName, ColleagueRow } from './colleague-row.tsx'
import { type Joining, useJoining } from './joining.ts'

const rowOf = ({ id }: { readonly id: string }) => `near-${id}`

type ListProps = {
  pages: Pages<SharedCommitmentView>
  begin: (near: SharedCommitmentView) => void
  label: string
  back: boolean
}

/** `back`: shown again after « Moi aussi », when the row that was left takes the focus instead of the top. */
function List({ pages, begin, label, back }: ListProps) {
  const { translator } = usePersonalTab()
  return (
    <ScrollStop quiet={back}>
      <PagedList<SameWording>
        pages={{ ...pages, items: alike(pages.items), change: () => undefined }}
        label={label}
        className="rows near"
        empty={translator.say('commit.near.empty')}
        idOf={rowOf}
        draw={near => <ColleagueRow near={near} begin={begin} />}
      />
    </ScrollStop>
  )
}

function Form({
  draft,
  tried,
  change,
}: Pick<Joining, 'tried' | 'change'> & Required<Pick<Joining, 'draft'>>) {
  const { translator } = usePersonalTab()
  if (!draft) return null
  return (
    <>
      <ScrollStop>
        <div>
          <p className="words">{draft.near.text}</p>
          <ColleagueName near={draft.near} />
        </div>
      </ScrollStop>
      <HorizonField value={draft.horizon} onChange={horizon => change({ horizon })} tried={tried} />
      <VisibilityField value={draft.visibility} onChange={visibility => change({ visibility })} />
      <p className="quiet">{translator.say('commit.rules')}</p>
    </>
  )
}

/** What colleagues share under an axis; « Moi aussi » takes the list's place, and gives it back. */
export function ColleaguesDialog({ axis, finish }: { axis: AxisView; finish: Finish }) {
  const { translator } = usePersonalTab()
  const pages = usePages<SharedCommitmentView>(`/commitments/near?axis=${encodeURIComponent(axis.id)}`, [
    'commitments',
  ])
  const left = useRef<SharedCommitmentView>(undefined)
  const meToo = useJoining(({ id }) =>
    pages.change(items => items.map(one => (one.id === id ? { ...one, joined: true } : one))),
  )
  const { draft } = meToo
  useEffect(() => {
    if (draft) left.current = draft.near
    else if (left.current) document.getElementById(rowOf(left.current))?.focus()
  }, [draft])
  const submit = { word: translator.say('commit.me.too'), act: meToo.act, send: () => void meToo.send() }
  const title = translator.say('tab.near', { axis: axis.title })
  return (
    <Frame
      title={draft ? translator.say('commit.me.too') : title}
      close={draft ? meToo.leave : () => finish()}
      closeWord={translator.say(draft ? 'tab.near.back' : 'tab.close')}
      {...(draft && { submit })}
    >
      {draft && <Form draft={draft} tried={meToo.tried} change={meToo.change} />}
      {!draft && <List pages={pages} begin={meToo.begin} label={title} back={left.current !== undefined} />}
    </Frame>
  )
}
