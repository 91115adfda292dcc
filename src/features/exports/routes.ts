import { BYTE_ORDER_MARK, tableLines } from '../../files/csv-writer.ts'
import { flowingWorkbook } from '../../files/workbook.ts'
import { parse } from '../../kernel/requests/parse.ts'
import { type ApiRoute, Download, type FileRoute, Flow } from '../../kernel/requests/route.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import { type ExportsView, exportInput, exportParams, openDataInput } from '../../tabs/contract/exports.ts'
import { openDataSchema, SCHEMA_PATH } from './open-data.ts'
import type { OpenDataUsecases } from './open-data-usecases.ts'
import type { ExportUsecases, TakenExport } from './usecases.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

async function* csvOf({ heads, pages }: TakenExport): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + tableLines([heads])
  for await (const page of pages) yield tableLines(page)
}

const ENCODERS = {
  csv: csvOf,
  xlsx: ({ title: name, ...sheet }: TakenExport) => flowingWorkbook([{ name, ...sheet }]),
} as const

export function exportRoutes(exports: ExportUsecases, open: OpenDataUsecases, zone: string): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/exports',
      run: async ({ actor }): Promise<ExportsView> => ({ tables: await exports.list(actor) }),
    },
    {
      method: 'post',
      path: '/open-data',
      run: async ({ actor, body }) => {
        parse(openDataInput, body)
        const made = await open.openData(actor)
        const name = `${made.madeAt.slice(0, 10)}-${made.programme.id}-open-data.json`
        return new Download('application/octet-stream', name, `${JSON.stringify(made, null, 2)}\n`)
      },
    },
    {
      method: 'post',
      path: '/exports/:name',
      run: async ({ actor, params, body }) => {
        const { name } = parse(exportParams, params)
        const { format } = parse(exportInput, body)
        const taken = await exports.take(actor, name)
        const called = `${dateIn(taken.at, zone)}-${taken.file}.${format}`
        return new Flow(TYPES[format], called, ENCODERS[format](taken), taken.end)
      },
    },
  ]
}

/** Public URL of the open data schema. */
export function schemaRoutes(): FileRoute[] {
  const body = `${JSON.stringify(openDataSchema(), null, 2)}\n`
  const served = { type: 'application/schema+json; charset=utf-8', name: 'open-data.schema.json', body }
  return [{ method: 'get', path: SCHEMA_PATH, run: async () => served }]
}
