import type { RoomView } from '../../../contract/room/room.ts'
import type { WallIdeas } from '../../parts/room/wall-ideas.ts'
import { NextScene } from '../scenes/next.tsx'
import { QuestionScene } from '../scenes/question.tsx'
import { ResultScene } from '../scenes/result.tsx'
import { GoneScene, PauseScene } from '../scenes/still.tsx'
import { TablesScene } from '../scenes/tables.tsx'
import { TimerScene } from '../scenes/timer.tsx'
import { VoteScene } from '../scenes/vote.tsx'
import { WelcomeScene } from '../scenes/welcome.tsx'
import { WallScene } from '../wall/wall-scene.tsx'

/** What the remote chose. */
export function Scene({ view, wall }: { view: RoomView; wall: WallIdeas }) {
  const { scene, timer } = view
  switch (scene.kind) {
    case 'welcome':
      return <WelcomeScene view={view} scene={scene} />
    case 'tables':
      return <TablesScene names={scene.names} tables={scene.tables} />
    case 'question':
      return <QuestionScene text={scene.text} axis={scene.axis} />
    case 'wall':
      return <WallScene scene={scene} wall={wall} />
    case 'timer':
      return <TimerScene words={scene.words} timer={timer} />
    case 'vote':
      return <VoteScene ballot={scene.ballot} />
    case 'result':
      return <ResultScene ballot={scene.ballot} winners={scene.winners} sequel={scene.sequel} />
    case 'next':
      return <NextScene words={scene.words} steps={scene.steps} />
    case 'pause':
      return <PauseScene until={scene.until} words={scene.words} />
    case 'gone':
      return <GoneScene />
  }
}
