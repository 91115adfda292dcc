import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { SECOND } from '../../../../kernel/time/clock.ts'
import type { RoomView } from '../../../contract/room/room.ts'
import type { WallIdeas } from '../../parts/room/wall-ideas.ts'
import { AxisName } from '../parts/axis-name.tsx'
import { useStage } from '../parts/context.tsx'
import { Fit } from '../parts/fit.tsx'
import { useTurning } from '../parts/turning.ts'
import { WallColumnView } from './column.tsx'
import { WallCounts } from './counts.tsx'
import type { WallGroup } from './groups.ts'
import { columnsOf, pagesOf, type WallPage, widthOf } from './pages.ts'
import { useHeights } from './use-heights.tsx'
import { useOrder } from './use-order.ts'
import { useRoom } from './use-room.ts'

/** Long enough to read a page (ms). */
const EVERY = 12 * SECOND

/** The page with the newest idea, whenever there is a newer one. */
function useNewest(pages: readonly WallPage[], frozen: boolean, turnTo: (page: number) => void): void {
  const seen = useRef(0)
  const all = pages.map(page => Math.max(0, ...page.flatMap(({ groups }) => groups.map(({ at }) => at))))
  const newest = Math.max(0, ...all)
  useEffect(() => {
    if (newest <= seen.current || frozen) return
    seen.current = newest
    turnTo(all.indexOf(newest))
  })
}

/** The columns on as many pages as they need, at the size that the window has. */
function usePages(groups: readonly WallGroup[], axes: readonly string[]) {
  const ref = useRef<HTMLDivElement>(null)
  const { width, height, gap, between } = useRoom(ref)
  const columns = useMemo(() => columnsOf(groups, axes), [groups, axes])
  const side = widthOf(columns)
  const { heightOf, bench } = useHeights(groups, Math.floor((width - gap * (side - 1)) / side), side)
  // A column's head is four gaps high in the style sheet.
  const room = { height: columns.length > 1 ? height - 4 * gap : height, gap: between }
  const known = groups.filter(group => heightOf(group) !== undefined)
  const pages = pagesOf(columnsOf(known, axes), {
    ...room,
    heightOf: group => heightOf(group) ?? 0,
  })
  return { ref, bench, pages, side, room, heightOf }
}

type WallView = Extract<RoomView['scene'], { readonly kind: 'wall' }>
type Props = { readonly scene: WallView; readonly wall: WallIdeas }

function Head({ scene: { question, axis }, children }: { scene: WallView; children: ReactNode }) {
  const { say } = useStage().translator
  return (
    <header className="wall-head">
      <div className="wall-line">
        {axis && (
          <Fit className="wall-axis">
            <AxisName id={axis} />
          </Fit>
        )}
        {!axis && !question && <h1>{say('screen.wall')}</h1>}
        {children}
      </div>
      {(question || axis) && (
        <Fit className="wall-title">
          <h1>{question || say('screen.wall')}</h1>
        </Fit>
      )}
    </header>
  )
}

/** What tables and phones send, whole, as it comes. */
export function WallScene({ scene, wall }: Props) {
  const { axes, translator } = useStage()
  const names = useMemo(() => (scene.axis === undefined ? axes.map(({ id }) => id) : []), [axes, scene.axis])
  const { groups, ideas, waiting } = useOrder(wall.ideas, scene.axis, scene.frozen)
  const { ref, bench, pages, side, room, heightOf } = usePages(groups, names)
  const { at, turnTo } = useTurning(pages.length, EVERY, scene.frozen)
  const page = pages[at] ?? []
  useNewest(pages, scene.frozen, turnTo)
  return (
    <>
      <Head scene={scene}>
        <WallCounts ideas={ideas} waiting={waiting} at={at} pages={pages.length} scene={scene} />
      </Head>
      <div ref={ref} className={`wall side-${page.length === 1 && pages.length > 0 ? 1 : side}`}>
        {groups.length === 0 && <p className="wall-empty">{translator.say('screen.wall.empty')}</p>}
        {page.map((column, place) => (
          <WallColumnView
            key={column.axis ?? place}
            column={column}
            tooHigh={group => (heightOf(group) ?? 0) > room.height}
          />
        ))}
      </div>
      {bench}
    </>
  )
}
