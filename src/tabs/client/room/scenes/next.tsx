import type { RoomStep } from '../../../contract/room/room.ts'
import { useStage } from '../parts/context.tsx'
import { PagedFit } from '../parts/paged-fit.tsx'

function Step({ sentence, until, kept }: RoomStep) {
  const { say, shortDay } = useStage().translator
  return (
    <li>
      <p>{sentence}</p>
      {(kept || until !== undefined) && (
        <p className="step-until">
          {kept ? say('screen.next.kept') : say('screen.next.until', { day: shortDay(until ?? 0) })}
        </p>
      )}
    </li>
  )
}

type Props = { readonly words: string | undefined; readonly steps: readonly RoomStep[] }

/** What follows of the day, and by when. */
export function NextScene({ words, steps }: Props) {
  const { say } = useStage().translator
  return (
    <>
      <header className="scene-head">
        <h1>{words || say('screen.next')}</h1>
      </header>
      {steps.length === 0 ? (
        <p className="next-later">{say('screen.next.later')}</p>
      ) : (
        <PagedFit items={steps} about={`${steps.length}`} least={0.75} className="next">
          {shown => (
            <ul>
              {shown.map((step, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two steps may read alike
                <Step key={at} {...step} />
              ))}
            </ul>
          )}
        </PagedFit>
      )}
    </>
  )
}
