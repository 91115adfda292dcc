import type { BroadcastView } from '../../../src/tabs/contract/broadcasts.ts'
import { apiAs } from '../sign-in/api.ts'
import type { Person } from '../sign-in/cast.ts'
import type { SignIn } from '../sign-in/tokens.ts'

const TEXT = 'Le premier atelier « Faire équipe » ouvre ses inscriptions.\nVous y êtes attendus.'

/** A broadcast on its way, as its organiser holds it from the tab. */
export type Broadcast = {
  readonly act: (what: 'pause' | 'go-on' | 'stop') => Promise<BroadcastView>
  readonly show: () => Promise<BroadcastView>
}

/** Writes one to everybody, rehearses it and starts it, at the instance of `origin`. */
export async function startBroadcast(origin: string, signIn: SignIn, organiser: Person): Promise<Broadcast> {
  const api = apiAs(origin, signIn, organiser)
  const draft = { text: TEXT, audience: { kind: 'everybody' }, nonce: 'the-broadcast-of-this-run' }
  const { id } = await api.post<BroadcastView>('/broadcasts', draft)
  const { version } = await api.post<BroadcastView>(`/broadcasts/${id}/rehearsal`, {})
  await api.post<BroadcastView>(`/broadcasts/${id}/start`, { version })
  return {
    act: what => api.post<BroadcastView>(`/broadcasts/${id}/${what}`, {}),
    show: () => api.get<BroadcastView>(`/broadcasts/${id}`),
  }
}
