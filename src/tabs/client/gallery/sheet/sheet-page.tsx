import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { InitiativeSheet } from '../../../contract/initiatives.ts'
import { galleryActs } from '../../data/actions/gallery.ts'
import type { Call } from '../../data/api/call.ts'
import type { ListSources } from '../../data/store/gallery-stores.ts'
import type { Board } from '../../data/store/store.ts'
import { hasMoved } from '../../host/address-changes.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { axisOf, useGround } from '../../parts/page/context.tsx'
import { DialogPlace } from '../dialogs/dialog-host.tsx'
import { GALLERY } from '../initiative/address.ts'
import { type GalleryRequest, HallContext } from '../initiative/context.tsx'
import { useSheet } from '../initiative/reading.ts'
import { SheetBones } from '../initiative/skeleton.tsx'
import { SheetBody } from './sheet-body.tsx'
import { SheetHead } from './sheet-head.tsx'

function Trail({ sheet }: { sheet: InitiativeSheet | undefined }) {
  const { speech, programme } = useGround()
  const axis = axisOf(programme, sheet?.axis)
  return (
    <nav className="trail" aria-label={speech.say('gallery.trail')}>
      <a href={GALLERY}>{speech.say('gallery.title')}</a>
      {axis && ` / ${axis.title}`}
    </nav>
  )
}

type Props = {
  readonly call: Call
  readonly id: string
  readonly list: Board<ListSources>
}

/** The sheet of one initiative. The focus goes to its title once it is read. */
export default function SheetPage({ call, id, list }: Props) {
  const { speech } = useGround()
  const { request, wanted, open, finish } = useDialog<GalleryRequest>()
  const { board, snapshot } = useSheet(call, id)
  const [turn, setTurn] = useState(0)
  const hall = useMemo(
    () => ({ acts: galleryActs({ list, sheet: board }, () => setTurn(now => now + 1)), open }),
    [list, board, open],
  )
  const title = useRef<HTMLHeadingElement>(null)
  const [came] = useState(hasMoved)
  const { sheet } = snapshot.values
  const failure = snapshot.failures.sheet
  useLayoutEffect(() => {
    // Its answer is a promise in newer browsers: no clean-up.
    window.scrollTo(0, 0)
  }, [])
  const there = sheet !== undefined
  useEffect(() => {
    if (there) title.current?.focus({ preventScroll: true })
  }, [there])
  useEffect(() => {
    document.title = `${sheet?.title ?? speech.say('gallery.title')} · ${speech.say('app.name')}`
  }, [sheet?.title, speech])
  return (
    <HallContext value={hall}>
      <main className="page gallery" aria-busy={!sheet && !failure}>
        <Trail sheet={sheet} />
        {failure && <StaleNotice failure={failure} loadedAt={snapshot.loadedAt} retry={board.refresh} />}
        {!sheet && !failure && <SheetBones />}
        {sheet && (
          <article className={came ? 'sheet' : 'sheet sheet-opened'}>
            <SheetHead sheet={sheet} title={title} />
            <SheetBody sheet={sheet} turn={turn} />
          </article>
        )}
      </main>
      {wanted && <DialogPlace request={request} finish={finish} />}
    </HallContext>
  )
}
