/** The row of an option, pressed by somebody who has not chosen it. */
export function voteFor(title: string): { readonly verb: string; readonly title: string } {
  return { verb: 'ballots.vote', title: `Voter\u00A0: ${title}` }
}
