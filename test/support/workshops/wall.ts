import type { WallIdea, WallView } from '../../../src/tabs/contract/room/wall.ts'

/** A screen that follows a wall, and draws what it is told. */
export function followWall(ask: (after?: string) => Promise<WallView>) {
  let revision: string | undefined
  const drawn = new Map<string, WallIdea>()
  async function read(): Promise<WallView> {
    const view = await ask(revision)
    if (view.whole) drawn.clear()
    for (const id of view.gone) drawn.delete(id)
    for (const idea of view.ideas) drawn.set(idea.id, idea)
    revision = view.revision
    return view
  }
  return {
    /** One reading. */
    read,
    async catchUp(): Promise<void> {
      while ((await read()).more) {}
    },
    ideas: (): readonly WallIdea[] => [...drawn.values()],
  }
}
