import { Button } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { lazy, useRef, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { usePrint } from '../../parts/actions/use-print.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'

const ExportDialog = lazy(() => import('../figures/export-dialog.tsx'))

type Props = { readonly direction: string; readonly call: Call }

/** « Imprimer », « Exporter »: the page’s figures on paper, or in a file. */
export function HeadActions({ direction, call }: Props) {
  const { say } = useSession().translator
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
        <LazyPart>
          <ExportDialog shown={exporting} direction={direction} call={call} close={close} />
        </LazyPart>
      )}
    </div>
  )
}
