import type { MethodChangeView } from '../../../contract/programme/method.ts'
import { type Column, DataTable } from '../../parts/lists/data-table.tsx'
import { useGround } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { changeText, standsText, subjectText } from './change-texts.ts'

/** What another file says differently, in the order of the file. */
export function ChangeTable({ caption, changes }: { caption: string; changes: readonly MethodChangeView[] }) {
  const { speech, programme } = useGround()
  const { say } = speech
  const rows = changes.map((change, at) => ({ ...change, key: String(at) }))
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { id: 'what', head: say('method.column.what'), cell: change => subjectText(speech, programme, change) },
    {
      id: 'change',
      head: say('method.column.change'),
      cell: change => capitalised(changeText(speech, change)),
    },
    ...(rows.some(({ stands }) => stands.length > 0)
      ? [
          {
            id: 'stands',
            head: say('method.column.stands'),
            cell: (change: MethodChangeView) => capitalised(standsText(speech, change)),
          },
        ]
      : []),
  ]
  return <DataTable caption={caption} captioned rows={rows} idOf={({ key }) => key} columns={columns} />
}
