import { tableText } from '../../files/csv-writer.ts'
import { linesOf, type WorkbookSheet, workbookOf } from '../../files/workbook.ts'
import { parse } from '../../kernel/requests/parse.ts'
import { type ApiRoute, Download } from '../../kernel/requests/route.ts'
import type { Language } from '../../kernel/text/language.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import {
  type FiguresView,
  fileInput,
  type ProgrammeFiguresView,
} from '../../tabs/contract/figures/figures.ts'
import { idParams } from '../../tabs/contract/primitives.ts'
import type { FileContent } from './file.ts'
import type { FigureFileUsecases } from './file-usecases.ts'
import type { FigureUsecases } from './usecases.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Parts = {
  readonly figures: FigureUsecases
  readonly files: FigureFileUsecases
  readonly zone: string
  readonly sheetsOf: (content: FileContent, language: Language) => readonly WorkbookSheet[]
}

export function figureRoutes({ figures, files, zone, sheetsOf }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/figures',
      run: ({ actor }): Promise<ProgrammeFiguresView> => figures.whole(actor),
    },
    {
      method: 'get',
      path: '/directions/:id/figures',
      run: ({ actor, params }): Promise<FiguresView> => figures.show(actor, parse(idParams, params).id),
    },
    {
      method: 'post',
      path: '/directions/:id/figures/file',
      run: async ({ actor, params, body }) => {
        const { format } = parse(fileInput, body)
        const content = await files.file(actor, parse(idParams, params).id)
        const sheets = sheetsOf(content, actor.language)
        const bytes = format === 'csv' ? tableText(linesOf(sheets)) : await workbookOf(sheets)
        return new Download(
          TYPES[format],
          `${dateIn(content.at, zone)}-${content.page.direction.id}.${format}`,
          bytes,
        )
      },
    },
  ]
}
