import type { RemoteView } from '../../../../contract/room/remote.ts'

type Seen = {
  readonly screens: readonly unknown[]
  readonly room: Pick<RemoteView['room'], 'scene'>
}

/** What a page can do for a vote on the room's screen: `show` it, say that it is `shown`; nothing where no screen runs. */
export function screenOffer(
  { screens, room: { scene } }: Seen,
  ballot: string,
): 'show' | 'shown' | undefined {
  if (screens.length === 0) return undefined
  return scene.kind === 'vote' && scene.ballot.id === ballot ? 'shown' : 'show'
}
