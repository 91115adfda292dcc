import { Button, useFocusFinders } from '@fluentui/react-components'
import type { FileFormat } from '../../../contract/figures/figures.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { save } from '../../parts/actions/save-file.ts'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useSession } from '../../parts/page/context.tsx'

type FormProps = { readonly direction: string; readonly call: Call; readonly close: () => void }

function ExportForm({ direction, call, close }: FormProps) {
  const { say } = useSession().translator
  const act = useAct()
  const path = `/directions/${encodeURIComponent(direction)}/figures/file`
  const get = async (format: FileFormat) => {
    const saved = async () => save(await call<File>('POST', path, { format }))
    if (await act.run(saved, { text: say('direction.export.done') })) close()
  }
  return (
    <Frame title={say('direction.export')} close={close} closeWord={say('tab.close')}>
      <p>{say('direction.export.what')}</p>
      <div className="acts">
        <Button disabledFocusable={act.busy} onClick={() => void get('xlsx')}>
          {say('direction.export.xlsx')}
        </Button>
        <Button disabledFocusable={act.busy} onClick={() => void get('csv')}>
          {say('direction.export.csv')}
        </Button>
      </div>
      <ActFailure act={act} />
    </Frame>
  )
}

type Props = FormProps & { readonly shown: boolean }

/** « Exporter »: the page’s figures as a file. */
export default function ExportDialog({ shown, ...form }: Props) {
  // Holds Fluent's focus engine between dialogs: see personal/home/dialogs.tsx.
  useFocusFinders()
  return shown ? <ExportForm {...form} /> : null
}
