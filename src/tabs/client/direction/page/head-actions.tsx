import { Button } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { lazy, useRef, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { usePrint } from '../../parts/actions/use-print.ts'
import { Part } from '../../parts/notices/lazy-part.tsx'
import { useGround } from '../../parts/page/context.tsx'

const ExportDialog = lazy(() => import('../figures/export-dialog.tsx'))

type Props = { readonly direction: string; readonly call: Call }

/** « Imprimer », « Exporter »: the page’s figures on paper, or in a file. */
export function HeadActs({ direction, call }: Props) {
  const { say } = useGround().speech
  const [exporting, setExporting] = useState<boolean>()
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setExporting(false)
    opener.current?.focus()
  }
  return (
    <div className="head-acts">
      <Button icon={<Print20Regular />} onClick={usePrint()}>
        {say('direction.print')}
      </Button>
      <Button ref={opener} icon={<ArrowDownload20Regular />} onClick={() => setExporting(true)}>
        {say('direction.export')}
      </Button>
      {exporting !== undefined && (
        <Part>
          <ExportDialog shown={exporting} direction={direction} call={call} close={close} />
        </Part>
      )}
    </div>
  )
}
