import type { CommentView, IdeaView } from '../../../contract/ideas/ideas.ts'
import type {
  InitiativeSheet,
  InitiativeView,
  ResourceView,
} from '../../../contract/initiatives/initiatives.ts'
import type { GalleryStores } from '../store/gallery-stores.ts'
import { changed, pathTo } from '../store/lists.ts'

type Text = { readonly nonce: string; readonly text: string }
/** What its owner writes. */
export type SheetEdit = Pick<
  InitiativeSheet,
  'title' | 'problem' | 'story' | 'inspiring' | 'outcome' | 'phase'
> & { readonly resources: readonly ResourceView[] }

/**
 * All acts of the gallery. Each resolves with the server's answer; `told` is called after those that may add to the
 * thread.
 * @throws Failure
 */
export function galleryActs({ list, sheet }: GalleryStores, told: () => void = () => undefined) {
  const change = (id: string, to: <T extends InitiativeView>(view: T) => T) => {
    list.put('initiatives', items => items.map(one => (one.id === id ? to(one) : one)))
    sheet?.put('sheet', one => (one.id === id ? to(one) : one))
  }
  const whole = (answer: InitiativeSheet) => change(answer.id, one => ({ ...one, ...answer }))
  const send: typeof list.send = (method, path, body, settle) =>
    (sheet ?? list).send(method, path, body, settle)
  /** The same with an optimistic `change`. */
  const sendAhead = <T>(
    path: string,
    body: unknown,
    settle: (answer: T) => void,
    id: string,
    change: Partial<InitiativeView>,
  ) =>
    sheet
      ? sheet.send('PUT', path, body, settle, {
          sheet: one => (one.id === id ? { ...one, ...change } : one),
        })
      : list.send('PUT', path, body, settle, { initiatives: items => changed(items, id, change) })
  const telling = async <T>(sent: Promise<T>): Promise<T> => {
    const answer = await sent
    told()
    return answer
  }
  return {
    support: ({ id, idea }: InitiativeView, support: boolean) =>
      sendAhead<IdeaView>(
        pathTo('/ideas', idea, 'support'),
        { support },
        ({ supports, directions, supported }) =>
          change(id, one => ({ ...one, supports, directions, supported })),
        id,
        { supported: support },
      ),
    join: ({ id }: InitiativeView, joined: boolean) =>
      sendAhead(pathTo('/initiatives', id, 'membership'), { joined }, whole, id, { joined }),
    carry: ({ idea }: InitiativeView, nonce: string) =>
      telling(send('POST', '/initiatives', { nonce, idea }, whole)),
    edit: ({ id }: InitiativeView, input: SheetEdit) =>
      telling(send('PUT', `/initiatives/${encodeURIComponent(id)}`, input, whole)),
    handOver: ({ id }: InitiativeView, to: string) =>
      telling(send('PUT', pathTo('/initiatives', id, 'owner'), { to }, whole)),
    inspire: ({ id }: InitiativeView, input: Text & { readonly unnamed: boolean }) =>
      telling(send<{ idea: string }>('POST', pathTo('/initiatives', id, 'inspire'), input, () => undefined)),
    comment: ({ idea }: InitiativeView, input: Text) =>
      telling(send<CommentView>('POST', pathTo('/ideas', idea, 'comments'), input, () => undefined)),
    reportComment: (id: string, reason: string) =>
      send('POST', pathTo('/comments', id, 'report'), { reason }, () => undefined),
    withdrawComment: (id: string, withdrawn: boolean) =>
      send('POST', pathTo('/comments', id, withdrawn ? 'withdraw' : 'withdraw/undo'), {}, () => undefined),
    decideComment: (id: string, act: 'hide' | 'restore', reason: string) =>
      send('POST', pathTo('/comments', id, act), { reason }, () => undefined),
  }
}
export type GalleryActs = ReturnType<typeof galleryActs>
