import { Button } from '@fluentui/react-components'
import { type ReactNode, useRef, useState } from 'react'
import type {
  MethodPartFaultView,
  MethodPartInput,
  MethodPartName,
  MethodPartView,
  MethodPreviewView,
  MethodWrittenView,
} from '../../../contract/programme/form.ts'
import type { Call } from '../../data/api/call.ts'
import { Failure } from '../../data/api/failure.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useSession } from '../../parts/page/context.tsx'
import { FormPreview, undoPart, VersionLine } from './form-preview.tsx'

/** What fields of a part are drawn with. Faults by their path within the part: `1.until`. */
export type FieldsProps<Value> = {
  readonly value: readonly Value[]
  readonly onChange: (value: readonly Value[]) => void
  readonly faults: readonly MethodPartFaultView[]
}

type Props<Value> = {
  readonly call: Call
  readonly part: MethodPartName
  readonly title: string
  readonly version: number
  readonly view: MethodPartView<Value>
  readonly ruleName?: (id: string) => string
  readonly changed: () => void
  readonly fields: (props: FieldsProps<Value>) => ReactNode
}

type Draft<Value> = { readonly from: number; readonly value: readonly Value[] }
const NOTHING: readonly MethodPartFaultView[] = []

/** One part of the method: its fields, folded; what they would change; then written. What was typed stays whatever happens. */
export function PartForm<Value>(props: Props<Value>) {
  const { call, part, title, version, view, ruleName = id => id, changed, fields } = props
  const { say } = useSession().translator
  const [draft, setDraft] = useState<Draft<Value>>()
  const [preview, setPreview] = useState<MethodPreviewView>()
  const [sure, setSure] = useState(false)
  const place = useRef<HTMLElement>(null)
  const looking = useAct()
  const writing = useAct()
  const value = draft?.value ?? view.value
  const inputOf = (from: number) => ({ part, from, value }) as unknown as MethodPartInput
  const edit = (next: readonly Value[]) => {
    setDraft({ from: draft?.from ?? version, value: next })
    setPreview(undefined)
    writing.forget()
  }
  const leave = () => {
    setDraft(undefined)
    setPreview(undefined)
    setSure(false)
  }
  const look = async () => {
    const ask = async () => {
      const found = await call<MethodPreviewView>(
        'POST',
        '/programme/method/check',
        inputOf(draft?.from ?? version),
      )
      setPreview(found)
      setSure(false)
      requestAnimationFrame(() => {
        if (found.faults.length > 0) focusFirstInvalid()
        else place.current?.focus()
      })
      return found
    }
    await looking.run(ask, ({ faults }) =>
      faults.length > 0 ? say('method.form.faulty', { count: faults.length }) : say('method.form.seen'),
    )
  }
  const write = async () => {
    if (!preview) return
    const done = await writing.run(
      async () => {
        const input = { ...inputOf(preview.version), ...(sure && { sure }) }
        const written = await call<MethodWrittenView>('POST', '/programme/method', input)
        if ('version' in written) return written.version
        setPreview({ ...preview, faults: written.faults })
        requestAnimationFrame(focusFirstInvalid)
        throw new Failure('refusal', say('method.form.faulty', { count: written.faults.length }))
      },
      written => ({
        text: say('method.form.written'),
        about: title,
        undo: async () => {
          await undoPart(call, say, { part, version: written })
          changed()
        },
      }),
    )
    if (!done) return
    leave()
    changed()
  }
  const faults = preview?.faults ?? NOTHING
  const asks = preview?.follows.some(each => each.asks) ?? false
  const ready = preview && faults.length === 0 && preview.changes.length > 0
  return (
    <details className="unfold part-form">
      <summary>{title}</summary>
      <div className="part-form-body">
        <VersionLine {...{ call, part, title, view, changed }} />
        {fields({ value, onChange: edit, faults })}
        <div className="acts">
          <ActButton
            act={looking}
            still={!draft}
            {...(ready ? {} : { appearance: 'primary' as const })}
            onPress={() => void (draft && look())}
          >
            {say('method.form.look')}
          </ActButton>
          {draft && (
            <Button onClick={leave} disabledFocusable={writing.busy}>
              {say('method.form.leave')}
            </Button>
          )}
        </div>
        <ActFailure act={looking} />
        <section ref={place} tabIndex={-1} className="part-preview" aria-label={say('method.form.seen')}>
          {preview && faults.length === 0 && (
            <FormPreview preview={preview} ruleName={ruleName} sure={sure} onSure={setSure} />
          )}
          {ready && (
            <div className="acts">
              <ActButton
                act={writing}
                appearance="primary"
                still={asks && !sure}
                onPress={() => void ((!asks || sure) && write())}
              >
                {say('method.form.write')}
              </ActButton>
            </div>
          )}
          <ActFailure act={writing} />
        </section>
      </div>
    </details>
  )
}
