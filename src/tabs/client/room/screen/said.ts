import type { RoomView, SceneView } from '../../../contract/room/room.ts'
import type { WallIdeas } from '../../parts/room/wall-ideas.ts'
import type { Translator } from '../../parts/words/translator.ts'

function sceneSaid(scene: SceneView, view: RoomView, wall: WallIdeas, { say }: Translator): string {
  switch (scene.kind) {
    case 'welcome':
      return view.present > 0 ? say('screen.welcome.present', { count: view.present }) : view.workshop.title
    case 'tables':
      return `${say('screen.tables')}. ${say('screen.tables.phone')}`
    case 'question':
      return scene.text
    case 'wall':
      return `${scene.question || say('screen.wall')}. ${say('screen.wall.count', { count: wall.ideas.size })}`
    case 'timer':
      return scene.words || say('screen.timer.left')
    case 'vote':
      return scene.ballot.question
    case 'result':
      return `${say('screen.result')}. ${scene.winners.map(at => scene.ballot.options[at]?.title).join(', ')}`
    case 'next':
      return scene.words || say('screen.next')
    case 'pause':
      return say('screen.pause')
    case 'gone':
      return say('screen.gone')
  }
}

/** What the room sees, for who does not: the scene, and what of it counts up. */
export function roomSaid(view: RoomView, wall: WallIdeas, translator: Translator, now: number): string {
  const said = sceneSaid(view.scene, view, wall, translator)
  const ended =
    view.timer && (view.timer.ended || (view.timer.left === undefined && view.timer.endsAt <= now))
  return ended ? `${said}. ${translator.say('screen.timer.ended')}` : said
}
