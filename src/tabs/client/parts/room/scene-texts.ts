import type { Key } from '../../../../i18n/words.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { RoomBallotView, SceneView } from '../../../contract/room/room.ts'
import type { Translator } from '../words/translator.ts'

/** What each scene is called. */
export const SCENE_NAMES = {
  welcome: 'remote.scene.welcome',
  tables: 'remote.scene.tables',
  question: 'remote.scene.question',
  wall: 'remote.scene.wall',
  timer: 'remote.scene.timer',
  vote: 'remote.scene.vote',
  result: 'remote.scene.result',
  next: 'remote.scene.next',
  pause: 'remote.scene.pause',
  gone: 'remote.scene.gone',
} as const satisfies Record<SceneView['kind'], Key>

/** A scene in words: what it is called, and what it says besides. */
export type SceneText = { readonly title: string; readonly lines: readonly string[] }

type Known = { readonly translator: Translator; readonly programme: ProgrammeView }

const present = (texts: readonly (string | undefined | false)[]): readonly string[] =>
  texts.filter(text => typeof text === 'string' && text !== '') as readonly string[]

function ballotLines({ secret, closesAt, closed }: RoomBallotView, { say, time }: Translator): string[] {
  if (closed) return []
  return [say(secret ? 'remote.vote.secret' : 'remote.vote.open', { time: time(closesAt) })]
}

function winnersText(scene: Extract<SceneView, { kind: 'result' }>, { say }: Translator): string {
  const titles = scene.winners.flatMap(at => scene.ballot.options[at]?.title ?? [])
  if (titles.length === 0) return say('remote.result.none')
  return titles.length === 1
    ? say('remote.result.one', { title: titles.join() })
    : say('remote.result.tie', { titles: titles.join(', ') })
}

/** What the screen shows, in words: for a phone, and for who cannot see the screen. */
export function sceneText(scene: SceneView, { translator, programme }: Known): SceneText {
  const { say, time } = translator
  const name = say(SCENE_NAMES[scene.kind])
  const axis = 'axis' in scene ? programme.axes.find(({ id }) => id === scene.axis)?.title : undefined
  switch (scene.kind) {
    case 'welcome':
      return { title: name, lines: present([scene.words, scene.checkIn && say('remote.welcome.code')]) }
    case 'tables':
      return { title: name, lines: [say(scene.names ? 'remote.tables.names' : 'remote.tables.hidden')] }
    case 'question':
      return { title: scene.text || name, lines: present([axis]) }
    case 'wall':
      return {
        title: name,
        lines: present([scene.question, axis, scene.frozen && say('remote.wall.frozen')]),
      }
    case 'timer':
      return { title: name, lines: present([scene.words]) }
    case 'vote':
      return {
        title: scene.ballot.question,
        lines: [...ballotLines(scene.ballot, translator), ...scene.ballot.options.map(({ title }) => title)],
      }
    case 'result':
      return {
        title: scene.ballot.question,
        lines: present([winnersText(scene, translator), scene.sequel?.sentence]),
      }
    case 'next':
      return { title: name, lines: present([scene.words, ...scene.steps.map(({ sentence }) => sentence)]) }
    case 'pause':
      return {
        title: name,
        lines: present([
          scene.words,
          scene.until !== undefined && say('remote.pause.until', { time: time(scene.until) }),
        ]),
      }
    case 'gone':
      return { title: name, lines: [say('remote.gone')] }
  }
}
