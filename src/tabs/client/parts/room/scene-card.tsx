import './scene-card.css'
import type { SceneView } from '../../../contract/room/room.ts'
import { useSession } from '../page/context.tsx'
import { sceneText } from './scene-texts.ts'

type Props = { readonly scene: SceneView; readonly heading: 'h2' | 'h3' }

/** What the screen shows, in words. */
export function SceneWords({ scene, heading: Heading }: Props) {
  const { title, lines } = sceneText(scene, useSession())
  return (
    <div className="scene-words">
      <Heading>{title}</Heading>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
        <p key={at}>{line}</p>
      ))}
    </div>
  )
}
