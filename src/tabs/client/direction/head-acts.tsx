import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import type { FileFormat } from '../../contract/figures.ts'
import type { Call } from '../api/call.ts'
import { ActFailure, useAct } from '../page/act.tsx'
import { useGround } from '../page/ground.tsx'

/** Hands a file to the browser, as a link that was pressed would. */
function save(file: File): void {
  const address = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: address, download: file.name }).click()
  // Not at once: a browser may still be about to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

type Props = { readonly direction: string; readonly call: Call }

/** « Imprimer », « Exporter »: the page’s figures on paper, or in a file. */
export default function HeadActs({ direction, call }: Props) {
  const { say } = useGround().speech
  const act = useAct()
  const get = (format: FileFormat) =>
    act.run(
      async () =>
        save(
          await call<File>('POST', `/directions/${encodeURIComponent(direction)}/figures/file`, { format }),
        ),
      say('direction.export.done'),
    )
  return (
    <div className="head-acts">
      <Button icon={<Print20Regular />} onClick={() => window.print()}>
        {say('direction.print')}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<ArrowDownload20Regular />}>{say('direction.export')}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void get('xlsx')}>{say('direction.export.xlsx')}</MenuItem>
            <MenuItem onClick={() => void get('csv')}>{say('direction.export.csv')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <ActFailure act={act} />
    </div>
  )
}
