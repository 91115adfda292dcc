import type { WholeLanguage } from '../../../../kernel/text/language.ts'
import { translatorIn } from '../../parts/words/translator.ts'

const Bar = ({ kind }: { kind: string }) => <div className={`bone ${kind}`} />

/** Skeleton of the content below the head, at its final heights. */
export function DirectionBodySkeleton() {
  return (
    <div className="page-body" aria-hidden="true">
      <div className="direction-columns">
        <Bar kind="bone-panel" />
        <Bar kind="bone-panel" />
      </div>
    </div>
  )
}

/** The whole page before Teams answers. */
export function DirectionSkeleton({ language }: { language: WholeLanguage }) {
  return (
    <main className="page direction" aria-busy="true">
      <p className="unseen" role="status">
        {translatorIn(language, 'UTC').say('loading')}
      </p>
      <div aria-hidden="true">
        <Bar kind="bone-title" />
        <DirectionBodySkeleton />
      </div>
    </main>
  )
}
