import { Button } from '@fluentui/react-components'
import { lazy } from 'react'
import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import type { SentenceView } from '../../../contract/ideas/synthesis.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { ProposeAct } from './propose-act.tsx'
import { SentenceList } from './sentence-list.tsx'
import { type SynthesisSection, useSynthesis } from './synthesis-context.ts'

const SentenceDialog = lazy(() => import('./sentence-dialog.tsx'))

/** « Écrire une phrase », and « Proposer des phrases » where a model can. */
function Writing({ section }: { section: SynthesisSection }) {
  const { translator } = useSession()
  const { request, open, finish } = useDialog<true>()
  return (
    <div className="acts synthesis-writing">
      <Button
        size="small"
        aria-label={actName(translator, 'synthesis.page.write', section.title)}
        onClick={() => open(true)}
      >
        {translator.say('synthesis.page.write')}
      </Button>
      <ProposeAct section={section} />
      {request && (
        <LazyPart>
          <SentenceDialog section={section} finish={() => finish()} />
        </LazyPart>
      )}
    </div>
  )
}

type Props = {
  readonly section: SynthesisSection
  readonly sentences: readonly SentenceView[]
  /** How many ideas were said to be for it and against it. */
  readonly stances?: { readonly pro: Shown; readonly con: Shown }
  readonly about?: string
}

/** A theme with its sentences, or « Idées seules »: of equal rank. */
export function SectionPanel({ section, sentences, stances, about }: Props) {
  const { say } = useSession().translator
  const { reading } = useSynthesis()
  const { title, count } = section
  return (
    <Panel title={title} action={<span className="quiet">{say('synthesis.page.count', { count })}</span>}>
      {about && count > 0 && <p className="quiet">{about}</p>}
      {stances && stances.pro + stances.con > 0 && <p>{say('synthesis.page.stances', stances)}</p>}
      <SentenceList section={section} sentences={sentences} />
      {!reading && count > 0 && <Writing section={section} />}
    </Panel>
  )
}
