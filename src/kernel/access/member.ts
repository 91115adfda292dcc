/** Somebody in a conversation, as Teams knows them. Ids are in lower case, '' where Teams says none. */
export type TeamMember = {
  readonly objectId: string
  readonly tenant: string
  readonly name: string
  readonly mails: readonly string[]
  /** Somebody from elsewhere whom the tenant has as a guest. */
  readonly guest?: true
}

/** `next` asks for the page after this one; absent on the last. */
export type MembersPage = { readonly members: readonly TeamMember[]; readonly next?: string }
