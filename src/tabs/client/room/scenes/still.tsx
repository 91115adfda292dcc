import { useStage } from '../parts/context.tsx'
import { Fit } from '../parts/fit.tsx'

type PauseProps = { readonly until: number | undefined; readonly words: string | undefined }

/** Nothing to do, and until when. */
export function PauseScene({ until, words }: PauseProps) {
  const { say, time } = useStage().translator
  return (
    <Fit className="pause">
      <h1>{say('screen.pause')}</h1>
      {until !== undefined && (
        <p className="pause-until">{say('screen.pause.until', { time: time(until) })}</p>
      )}
      {words && <p className="pause-words">{words}</p>}
    </Fit>
  )
}

/** What was shown is there no more: nothing of it stays. */
export function GoneScene() {
  const { say } = useStage().translator
  return (
    <Fit className="pause">
      <h1>{say('screen.gone')}</h1>
      <p className="pause-words">{say('screen.gone.sub')}</p>
    </Fit>
  )
}
