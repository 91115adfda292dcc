import type { SynthesisView } from '../../../contract/ideas/synthesis.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { useSynthesis } from './synthesis-context.ts'

/** Asks before it is published: what everybody will read, and that who publishes answers for it. */
export default function PublishDialog({ view, finish }: { view: SynthesisView; finish: () => void }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { axis, send: sendSynthesis } = useSynthesis()
  const act = useAct()
  const all = [...view.themes, view.alone].flatMap(({ sentences }) => sentences)
  const kept = all.filter(({ decision }) => decision === 'kept' || decision === 'reworded')
  const model = kept.some(({ byModel }) => byModel) ? view.model : undefined
  const title = axisOf(programme, axis)?.title ?? ''
  const send = async () => {
    const done = { text: say('synthesis.page.publish.done'), about: title }
    if (await act.run(() => sendSynthesis('POST', '/syntheses/publish', { axis }), done)) finish()
  }
  return (
    <Frame
      title={say('synthesis.page.publish.title', { axis: title })}
      close={finish}
      submit={{ word: say('synthesis.page.publish'), act, send: () => void send() }}
    >
      <p>{say('synthesis.page.publish.reads', { count: kept.length })}</p>
      {model !== undefined && <p>{say('synthesis.page.publish.model', { model })}</p>}
      <p>{say('synthesis.page.publish.answers')}</p>
    </Frame>
  )
}
