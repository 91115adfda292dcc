import type { RoomView } from '../../../contract/room/room.ts'
import { useStage } from '../parts/context.tsx'

type WallView = Extract<RoomView['scene'], { readonly kind: 'wall' }>
type Props = {
  readonly ideas: number
  readonly waiting: number
  readonly at: number
  readonly pages: number
  readonly scene: WallView
}

function useStanding({ frozen, reviewed }: WallView, waiting: number): string {
  const { say } = useStage().translator
  if (frozen && waiting > 0) return say('screen.wall.waiting', { count: waiting })
  if (frozen) return say('screen.wall.frozen')
  return reviewed ? say('screen.wall.reviewed') : ''
}

/** How many there are, whether more wait, and which page this is. */
export function WallCounts({ ideas, waiting, at, pages, scene }: Props) {
  const { say } = useStage().translator
  const standing = useStanding(scene, waiting)
  return (
    <div className="wall-counts">
      <p>
        {ideas > 0 && <strong>{say('screen.wall.count', { count: ideas })}</strong>}
        {pages > 1 && <span>{say('screen.page', { page: at + 1, pages })}</span>}
      </p>
      {standing && <p>{standing}</p>}
    </div>
  )
}
