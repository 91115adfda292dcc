import { Button } from '@fluentui/react-components'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import type { HarvestFileView } from '../../../contract/ideas/harvest.ts'
import type { Call } from '../../data/api/call.ts'
import { Failure, failureOf } from '../../data/api/failure.ts'
import { pathTo } from '../../data/store/lists.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { failureText } from '../../parts/words/failure-text.ts'
import type { LinePresets } from './lines.ts'

type Text = LinePresets & { readonly text: string }
type Props = {
  readonly call: Call
  readonly workshop: string
  readonly presets: LinePresets
  readonly add: (lines: readonly Text[]) => void
}
type Preview = HarvestFileView & { readonly name: string }

const SHOWN = 10
const MOST_BYTES = 1_000_000

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  // All at once would be more arguments than a function takes.
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}

/** What was read, before any of it is kept. */
function Read({ preview, accept, drop }: { preview: Preview; accept: () => void; drop: () => void }) {
  const { translator } = useSession()
  const { say } = translator
  const { lines, faults, name } = preview
  const count = lines.length
  return (
    <>
      <p role="status">{say('harvest.file.read', { count, name })}</p>
      <ul className="harvest-preview">
        {lines.slice(0, SHOWN).map(({ text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={at}>{text}</li>
        ))}
      </ul>
      {count > SHOWN && <p className="quiet">{say('harvest.others', { count: count - SHOWN })}</p>}
      {faults.length > 0 && (
        <Notice tone="warning">
          <p>{say('harvest.file.faults', { count: faults.length })}</p>
          <ul>
            {faults.slice(0, SHOWN).map(({ line, title, text }) => (
              <li key={line}>
                {say('harvest.file.fault', { line, why: title })} <span className="quiet">{text}</span>
              </li>
            ))}
          </ul>
          {faults.length > SHOWN && <p>{say('harvest.others', { count: faults.length - SHOWN })}</p>}
        </Notice>
      )}
      <div className="acts">
        {count > 0 && (
          <Button appearance="primary" onClick={accept}>
            {say('harvest.file.accept', { count })}
          </Button>
        )}
        <Button onClick={drop}>{say('harvest.file.drop')}</Button>
      </div>
    </>
  )
}

/** A list that somebody typed elsewhere: read on the server, looked at here, then sent as any other lines. */
export function FileImport({ call, workshop, presets, add }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const [preview, setPreview] = useState<Preview>()
  const [failure, setFailure] = useState<Failure>()
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const had = useRef(false)
  // What had the focus is gone with what was read.
  useEffect(() => {
    if (had.current && !preview) button.current?.focus()
    had.current = preview !== undefined
  }, [preview])
  const drop = () => setPreview(undefined)
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    try {
      // The server would not even read it.
      if (file.size > MOST_BYTES)
        throw new Failure('refusal', say('refusal.file-large', { max: MOST_BYTES / 1_000_000 }))
      const body = { ...presets, file: await base64Of(file) }
      const path = `${pathTo('/workshops', workshop, 'harvest')}/file`
      const read = await call<HarvestFileView>('POST', path, body)
      setPreview({ ...read, name: file.name })
      setFailure(undefined)
    } catch (thrown) {
      setPreview(undefined)
      setFailure(failureOf(thrown))
    }
  }
  return (
    <section className="card panel harvest-file" aria-labelledby="harvest-file">
      <h2 id="harvest-file">{say('harvest.file')}</h2>
      <p className="quiet">{say('harvest.file.hint')}</p>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv,text/plain"
        aria-labelledby="harvest-file"
        className="unseen"
        tabIndex={-1}
        onChange={event => void choose(event)}
      />
      {failure && <Notice tone="warning">{failureText(failure, translator, 'act')}</Notice>}
      {preview ? (
        <Read
          preview={preview}
          accept={() => {
            add(preview.lines)
            drop()
          }}
          drop={drop}
        />
      ) : (
        <Button ref={button} onClick={() => input.current?.click()}>
          {say('harvest.file.choose')}
        </Button>
      )}
    </section>
  )
}
