import { CARRY, NameDialog, type NameWords } from '../../parts/dialogs/name-dialog.tsx'
import { type GalleryRequest, useGalleryTab } from '../initiative/context.tsx'

const JOIN: NameWords = {
  act: 'initiative.join',
  title: 'gallery.join.title',
  rules: 'gallery.join.rules',
  done: 'initiative.joined',
}
const LEAVE: NameWords = {
  act: 'initiative.leave',
  title: 'initiative.leave',
  rules: 'gallery.leave.rules',
  done: 'gallery.left',
}

type Props = {
  readonly request: Extract<GalleryRequest, { kind: 'join' | 'carry' | 'leave' }>
  readonly finish: (id?: string) => void
}

/** Joins, carries, or hands back. The focus goes to the result, or to the title. */
export function JoinDialog({ request: { kind, initiative }, finish }: Props) {
  const { acts } = useGalleryTab()
  const { id, title } = initiative
  const words = { join: JOIN, carry: CARRY, leave: LEAVE }[kind]
  const place = kind === 'leave' ? `initiative-${id}` : `taking-part-${id}`
  const take = (nonce: string) =>
    kind === 'carry' ? acts.carry(initiative, nonce) : acts.join(initiative, kind === 'join')
  return (
    <NameDialog words={words} text={title} take={take} finish={done => (done ? finish(place) : finish())} />
  )
}
