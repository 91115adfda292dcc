import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type {
  MethodPartName,
  MethodPartView,
  MethodPreviewView,
  MethodUndoInput,
  MethodWrittenView,
} from '../../../contract/programme/form.ts'
import type { Call } from '../../data/api/call.ts'
import { Failure } from '../../data/api/failure.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import type { Translator } from '../../parts/words/translator.ts'
import { ChangeTable } from './change-table.tsx'
import { followText, versionText } from './follow-texts.ts'

type Props = {
  readonly preview: MethodPreviewView
  readonly ruleName: (id: string) => string
  readonly sure: boolean
  readonly onSure: (sure: boolean) => void
}

/** What a change does and what follows from it, before it is made; and what somebody else changed meanwhile. */
export function FormPreview({ preview: { changes, follows, since }, ruleName, sure, onSure }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const asked = follows.find(({ asks }) => asks)
  return (
    <div className="form-preview">
      {since && (
        <>
          <Notice tone="warning">
            {say('method.form.since', { who: versionText(translator, since, programme.today) })}
          </Notice>
          <ChangeTable caption={say('method.form.since.changes')} changes={since.changes} />
        </>
      )}
      {changes.length === 0 ? (
        <p>{say('method.form.same')}</p>
      ) : (
        <ChangeTable caption={say('method.changes', { count: changes.length })} changes={changes} />
      )}
      {follows.length > 0 && (
        <div>
          <p>
            <strong>{say('method.form.follows')}</strong>
          </p>
          <ul className="follows">
            {follows.map(follow => (
              <li key={`${follow.code} ${follow.id}`}>
                {followText(translator, programme, follow, ruleName)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {asked && <SureBox erases={asked.code === 'kept-until'} sure={sure} onSure={onSure} />}
    </div>
  )
}

type SureProps = Pick<Props, 'sure' | 'onSure'> & { readonly erases: boolean }

function SureBox({ erases, sure, onSure }: SureProps) {
  const { say } = useSession().translator
  return (
    <Checkbox
      label={say(erases ? 'method.form.sure.erased' : 'method.form.sure')}
      checked={sure}
      onChange={(_, { checked }) => onSure(checked === true)}
    />
  )
}

type LineProps = {
  readonly call: Call
  readonly part: MethodPartName
  readonly title: string
  readonly view: Pick<MethodPartView<unknown>, 'last' | 'undoable'>
  readonly changed: () => void
}

/**
 * Takes back the latest version of a part; that can be taken back as well.
 * @throws Failure what stood before no longer fits the rest of the method.
 */
export async function undoPart(call: Call, say: Translator['say'], input: MethodUndoInput): Promise<void> {
  const written = await call<MethodWrittenView>('POST', '/programme/method/undo', input)
  if ('faults' in written) throw new Failure('refusal', say('method.form.undo.unfit'))
}

/** « Version 4 · Nadia Ferrer · 30 novembre, 8 h 47 », and « Annuler », to be confirmed once the server asks for that. */
export function VersionLine({ call, part, title, view: { last, undoable }, changed }: LineProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const act = useAct()
  const [sure, setSure] = useState(false)
  const [tried, setTried] = useState<number>()
  const { version } = last
  const code = tried === version ? act.failure?.code : undefined
  const erases = code === 'method-erases'
  const asked = erases || code === 'method-many'
  const takeBack = async () => {
    setTried(version)
    setSure(false)
    await act.run(() => undoPart(call, say, { part, version, ...(asked && sure && { sure }) }), {
      text: say('method.form.undone'),
      about: title,
    })
    changed()
  }
  return (
    <>
      <p className="version-line">
        <span className="quiet">{versionText(translator, last, programme.today)}</span>
        {undoable && (
          <ActButton
            act={act}
            appearance="subtle"
            size="small"
            still={asked && !sure}
            aria-label={say('tab.act', { act: say('method.form.undo'), text: title })}
            onPress={() => void ((!asked || sure) && takeBack())}
          >
            {say('method.form.undo')}
          </ActButton>
        )}
      </p>
      <ActFailure act={act} />
      {asked && <SureBox {...{ erases, sure }} onSure={setSure} />}
    </>
  )
}
