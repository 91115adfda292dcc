import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import { galleryActs } from '../../data/actions/gallery.ts'
import type { Call } from '../../data/api/call.ts'
import type { ListSources } from '../../data/store/gallery-stores.ts'
import type { Store } from '../../data/store/store.ts'
import { hasMoved } from '../../host/address-changes.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { DialogPlace } from '../dialogs/dialog-host.tsx'
import { GALLERY, isAtTrial } from '../initiative/address.ts'
import { type GalleryRequest, GalleryTabContext } from '../initiative/context.tsx'
import { useSheet } from '../initiative/reading.ts'
import { SheetSkeleton } from '../initiative/skeleton.tsx'
import { TrialPlace } from '../planning/trial-place.tsx'
import { trialAnchor } from '../trial/context.tsx'
import { SheetBody } from './sheet-body.tsx'
import { SheetHead } from './sheet-head.tsx'

function Trail({ sheet }: { sheet: InitiativeSheet | undefined }) {
  const { translator, programme } = useSession()
  const axis = axisOf(programme, sheet?.axis)
  return (
    <nav className="trail" aria-label={translator.say('gallery.trail')}>
      <a href={GALLERY}>{translator.say('initiative.list')}</a>
      {axis && ` / ${axis.title}`}
    </nav>
  )
}

type Props = {
  readonly call: Call
  readonly id: string
  readonly list: Store<ListSources>
}

/** Once the sheet is read the focus goes to its title, or to its trial where the address leads to that. */
function useLanding(id: string, there: boolean, tried: boolean) {
  const title = useRef<HTMLHeadingElement>(null)
  const [toTrial] = useState(() => isAtTrial(location.hash))
  useEffect(() => {
    if (there) title.current?.focus({ preventScroll: true })
  }, [there])
  useEffect(() => {
    const trial = toTrial && there && tried && document.getElementById(trialAnchor({ initiative: id }))
    if (!trial) return
    trial.focus({ preventScroll: true })
    trial.scrollIntoView({ block: 'start' })
  }, [there, tried, toTrial, id])
  return title
}

/** The sheet of one initiative. */
export default function SheetPage({ call, id, list }: Props) {
  const { translator } = useSession()
  const { request, wanted, open, finish } = useDialog<GalleryRequest>()
  const { store, snapshot } = useSheet(call, id)
  const [turn, setTurn] = useState(0)
  const told = useCallback(() => setTurn(now => now + 1), [])
  const tab = useMemo(
    () => ({ acts: galleryActs({ list, sheet: store }, told), open }),
    [list, store, told, open],
  )
  const [came] = useState(hasMoved)
  const { sheet } = snapshot.values
  const failure = snapshot.failures.sheet
  useLayoutEffect(() => {
    // Its answer is a promise in newer browsers: no clean-up.
    window.scrollTo(0, 0)
  }, [])
  const title = useLanding(id, sheet !== undefined, snapshot.values.trials !== undefined)
  useEffect(() => {
    document.title = `${sheet?.title ?? translator.say('initiative.list')} · ${translator.say('app.name')}`
  }, [sheet?.title, translator])
  return (
    <GalleryTabContext value={tab}>
      <main className="page gallery" aria-busy={!sheet && !failure}>
        <Trail sheet={sheet} />
        {failure && <StaleNotice failure={failure} loadedAt={snapshot.loadedAt} retry={store.refresh} />}
        {!sheet && !failure && <SheetSkeleton />}
        {sheet && (
          <TrialPlace sheet={sheet} store={store} snapshot={snapshot} told={told}>
            <article className={came ? 'sheet' : 'sheet sheet-opened'}>
              <SheetHead sheet={sheet} title={title} />
              <SheetBody sheet={sheet} turn={turn} />
            </article>
          </TrialPlace>
        )}
      </main>
      {wanted && <DialogPlace request={request} finish={finish} />}
    </GalleryTabContext>
  )
}
