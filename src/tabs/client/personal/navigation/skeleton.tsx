import type { WholeLanguage } from '../../../../kernel/text/language.ts'
import { translatorIn } from '../../parts/words/translator.ts'

const Bar = ({ kind }: { kind: string }) => <div className={`bone ${kind}`} />

/** The page's shape before its content, at the heights it will have. */
export function Skeleton({ language }: { language: WholeLanguage }) {
  return (
    <main className="page" aria-busy="true">
      <p className="unseen" role="status">
        {translatorIn(language, 'UTC').say('loading')}
      </p>
      <div aria-hidden="true">
        <Bar kind="bone-title" />
        <div className="columns">
          <div>
            <Bar kind="bone-heading" />
            <div className="card bones">
              {['a', 'b', 'c', 'd', 'e'].map(row => (
                <Bar key={row} kind="bone-row" />
              ))}
            </div>
          </div>
          <div className="side">
            <Bar kind="bone-panel" />
            <Bar kind="bone-panel" />
          </div>
        </div>
      </div>
    </main>
  )
}
