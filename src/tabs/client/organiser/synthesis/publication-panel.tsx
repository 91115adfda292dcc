import { Button } from '@fluentui/react-components'
import { lazy, useId } from 'react'
import type { SynthesisView } from '../../../contract/ideas/synthesis.ts'
import { openTab } from '../../host/navigation.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { publishedText, reasonText } from './publication-texts.ts'
import { useSynthesis } from './synthesis-context.ts'

const PublishDialog = lazy(() => import('./publish-dialog.tsx'))
const WithdrawDialog = lazy(() => import('./withdraw-dialog.tsx'))

/** Why it cannot be published yet, each in words. */
function Reasons({ id, view }: { id: string; view: SynthesisView }) {
  const { translator } = useSession()
  return (
    <div id={id} className="synthesis-reasons">
      <p>{translator.say('synthesis.page.blocked')}</p>
      <ul>
        {view.blocked.map(reason => (
          <li key={reason}>{reasonText(reason, view, translator)}</li>
        ))}
      </ul>
    </div>
  )
}

function Acts({ view, reasons }: { view: SynthesisView; reasons: string }) {
  const { say } = useSession().translator
  const { request, open, finish } = useDialog<'publish' | 'withdraw'>()
  const blocked = view.blocked.length > 0
  const same = view.published?.differs === false
  return (
    <>
      <Button
        appearance="primary"
        disabledFocusable={blocked || same}
        {...(blocked && { 'aria-describedby': reasons })}
        onClick={() => open('publish')}
      >
        {say('synthesis.page.publish')}
      </Button>
      {view.published && <Button onClick={() => open('withdraw')}>{say('synthesis.page.withdraw')}</Button>}
      {request && (
        <LazyPart>
          {request === 'publish' ? (
            <PublishDialog view={view} finish={() => finish()} />
          ) : (
            <WithdrawDialog finish={() => finish()} />
          )}
        </LazyPart>
      )}
    </>
  )
}

/** What everybody reads now; « Publier », or why not; « Retirer la publication ». */
export function PublicationPanel({ view }: { view: SynthesisView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { reading } = useSynthesis()
  const reasons = useId()
  const { published, blocked, axis } = view
  return (
    <Panel title={say('synthesis.page.publication')}>
      <p>{publishedText(view, translator, programme.today)}</p>
      {blocked.length > 0 && <Reasons id={reasons} view={view} />}
      <div className="acts synthesis-publication">
        {!reading && <Acts view={view} reasons={reasons} />}
        {published && (
          <Button
            appearance="subtle"
            className="plain"
            onClick={() => void openTab('personal', `synthesis:${axis}`)}
          >
            {say('synthesis.page.publication.read')}
          </Button>
        )}
      </div>
    </Panel>
  )
}
