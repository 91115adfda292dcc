import type { RunningOrderItem, SceneInput } from '../../../contract/room/remote.ts'
import { SCENE_NAMES } from '../room/scene-texts.ts'
import type { Translator } from '../words/translator.ts'

/** The scene that an item of the running order shows. */
export function sceneOf({ id, scene, words, minutes, axis }: RunningOrderItem): SceneInput {
  return {
    kind: scene,
    item: id,
    ...(words !== '' && { words }),
    ...(minutes !== undefined && { minutes }),
    ...(axis !== undefined && { axis }),
  }
}

/** « Question · 10 min » */
export function itemText({ scene, minutes }: RunningOrderItem, { say }: Translator): string {
  const name = say(SCENE_NAMES[scene])
  return minutes === undefined ? name : say('remote.item', { scene: name, minutes })
}
