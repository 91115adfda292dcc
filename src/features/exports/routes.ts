import { parse } from '../../kernel/parse.ts'
import { type ApiRoute, Flow } from '../../kernel/route.ts'
import { MARK, tableLines } from '../../kernel/table-text.ts'
import { flowingWorkbook } from '../../kernel/workbook.ts'
import { dateIn } from '../../kernel/zone.ts'
import { type ExportsView, exportInput, exportParams } from '../../tabs/contract/exports.ts'
import type { ExportUsecases, Taken } from './usecases.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

async function* csvOf({ heads, pages }: Taken): AsyncGenerator<string> {
  yield MARK + tableLines([heads])
  for await (const page of pages) yield tableLines(page)
}

const ENCODERS = {
  csv: csvOf,
  xlsx: ({ title: name, ...sheet }: Taken) => flowingWorkbook([{ name, ...sheet }]),
} as const

export function exportRoutes(exports: ExportUsecases, zone: string): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/exports',
      run: async ({ actor }): Promise<ExportsView> => ({ tables: await exports.list(actor) }),
    },
    {
      method: 'post',
      path: '/exports/:name',
      run: async ({ actor, params, body }) => {
        const { name } = parse(exportParams, params)
        const { format } = parse(exportInput, body)
        const taken = await exports.take(actor, name)
        const called = `${dateIn(taken.at, zone)}-${name}.${format}`
        return new Flow(TYPES[format], called, ENCODERS[format](taken), taken.end)
      },
    },
  ]
}
