import { parse } from '../../kernel/requests/parse.ts'
import { type ApiRoute, Download } from '../../kernel/requests/route.ts'
import type { Language } from '../../kernel/text/language.ts'
import { type Page, pageQuery } from '../../tabs/contract/primitives.ts'
import {
  type DataLineView,
  eraseInput,
  fileInput,
  type HeldView,
  partParams,
} from '../../tabs/contract/rights.ts'
import type { AccessUsecases } from './access-usecases.ts'
import type { DataLine, Naming, TableRows } from './domain.ts'
import type { ErasureUsecases } from './erasure-usecases.ts'

type Named = { readonly name: string; readonly text: string }

type Parts = {
  readonly access: AccessUsecases
  readonly erasing: ErasureUsecases
  readonly inWords: (line: DataLine, language: Language) => DataLineView
  /** Machine-readable document, with its name. */
  readonly filed: (held: readonly TableRows[], language: Language) => Named
  /** The same as a readable page. */
  readonly paged: (held: readonly TableRows[], naming: Naming, language: Language) => Named
}

const PAGE = 20

export function rightsRoutes({ access, erasing, inWords, filed, paged }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/me/data',
      run: async ({ actor }): Promise<HeldView> => ({
        parts: await access.counts(actor),
        choice: await erasing.hasChoice(actor),
      }),
    },
    {
      method: 'post',
      path: '/me/data/file',
      run: async ({ actor, body }) => {
        const { as } = parse(fileInput, body ?? {})
        const held = await access.all(actor)
        if (as === 'page') {
          const { name, text } = paged(held, await access.naming(actor, held), actor.language)
          return new Download('text/html; charset=utf-8', name, text)
        }
        const { name, text } = filed(held, actor.language)
        return new Download('application/json; charset=utf-8', name, text)
      },
    },
    {
      method: 'get',
      path: '/me/data/parts/:part',
      run: async ({ actor, params, query }): Promise<Page<DataLineView>> => {
        const { part } = parse(partParams, params)
        const { items, ...next } = await access.lines(actor, part, PAGE, parse(pageQuery, query).after)
        return { items: items.map(line => inWords(line, actor.language)), ...next }
      },
    },
    {
      method: 'post',
      path: '/me/data/erase',
      run: async ({ actor, body }) => {
        await erasing.erase(actor, parse(eraseInput, body).ideas)
        return {}
      },
    },
  ]
}
