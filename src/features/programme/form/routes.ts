import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  type MethodFollowView,
  type MethodFormView,
  type MethodPartFaultView,
  type MethodPreviewView,
  type MethodWrittenView,
  methodChangeInput,
  methodPartInput,
  methodUndoInput,
} from '../../../tabs/contract/programme/form.ts'
import type { MethodChangeView } from '../../../tabs/contract/programme/method.ts'
import type { MethodDifference } from '../import/domain.ts'
import type { Misplaced } from '../method/schema-faults.ts'
import type { Follow } from './domain.ts'
import type { MethodFormUsecases, MethodWritten, ProposedPart } from './usecases.ts'

/** Characters quoted of a value in a fault. */
const VALUE_MOST = 200

function faultView({ path, code, values, example }: Misplaced): MethodPartFaultView {
  const cut = Object.entries(values).map(([name, value]) => [name, value.slice(0, VALUE_MOST)])
  return { path: path.map(String).join('.'), code, values: Object.fromEntries(cut), example }
}

const changeView = ({ said }: MethodDifference): MethodChangeView => ({ ...said, stands: [] })

function followView({ people, ...follow }: Follow): MethodFollowView {
  return { ...follow, ...(people !== undefined && { people: exact('reach', people) }) }
}

function writtenView(written: MethodWritten): MethodWrittenView {
  if ('faults' in written) return { faults: written.faults.map(faultView) }
  return { version: written.version, changes: written.changes.map(changeView) }
}

/** The method in a form, for organisers; observers read it. */
export function methodFormRoutes(form: MethodFormUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/programme/method',
      run: async ({ actor }): Promise<MethodFormView> => form.form(actor),
    },
    {
      method: 'post',
      path: '/programme/method/check',
      run: async ({ actor, body }): Promise<MethodPreviewView> => {
        const { faults, changes, follows, since, version } = await form.preview(
          actor,
          parse(methodPartInput, body) satisfies ProposedPart,
        )
        return {
          version,
          faults: faults.map(faultView),
          changes: changes.map(changeView),
          follows: follows.map(followView),
          ...(since && { since: { ...since, changes: since.changes.map(changeView) } }),
        }
      },
    },
    {
      method: 'post',
      path: '/programme/method',
      run: async ({ actor, body }): Promise<MethodWrittenView> => {
        const { sure, ...proposed } = parse(methodChangeInput, body)
        return writtenView(await form.change(actor, proposed as ProposedPart, sure))
      },
    },
    {
      method: 'post',
      path: '/programme/method/undo',
      run: async ({ actor, body }): Promise<MethodWrittenView> => {
        const { part, version, sure } = parse(methodUndoInput, body)
        return writtenView(await form.undo(actor, part, version, sure))
      },
    },
  ]
}
