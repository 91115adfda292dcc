// Texts of the command, in the operators' language: it has no reader in a chat or a tab.

const GENERAL = `npm run programme -- check FILE
                     diff A B
                     export [FILE]
                     import FILE [--dry-run]
                     retention
                     schema
                     words [TEXT]

The method file: a programme as another administration can take it, change it and
run it. Each of these tells more with --help.

Ends with 0 when done, 1 when the file or the database says no, 2 when it could not
be tried.
`

const CHECK = `npm run programme -- check FILE

Says everything that is wrong in a method file: line, path, what is wrong, and how it
could read. Touches no database. Two things are told as no fault: icons that the pages
do not carry, for which they draw a circle; and what still says what the starter said,
programmes/depart.yaml, whose values are examples.

Ends with 0 when the file can be used, 1 when it cannot.
`

const DIFF = `npm run programme -- diff A B

Says in sentences what changes from method file A to method file B. Touches no
database. Ends with 0 when both can be read, whether they differ or not.
`

const EXPORT = `npm run programme -- export [FILE]

Writes the programme of the database as a method file: to FILE, which it replaces, or
to the output. No personal data; the same programme is always the same text, and
can be imported again. Reads DATABASE_URL, as the server does.
`

const IMPORT = `npm run programme -- import FILE [--dry-run]

Takes a method file in place of the database's programme. Says first what changes and
what stands under it: people, workshops, ideas, choices of ballots, trials, commitments.
An axis or a Direction that something stands under is not removed: the file is refused. With
--dry-run nothing is written; without it nothing is asked, and all of it is written at once.

In force at once on every running server: phases, titles and promises of the axes, nudge
rules, thresholds, closures, lessons and themes, of axes and rules that it knows. It goes on
with all else as it was until it starts again: stop it before you remove anything. Organisers
change the same parts in their tab; --dry-run says what a file would change of that.
Reads DATABASE_URL, as the server does.

Ends with 0 when done or tried, 1 when the file is refused.
`

const RETENTION = `npm run programme -- retention [--dry-run]

Says how many of each kind the next night would erase, by the section \`retention\` of the
database's programme. Erases nothing, with --dry-run or without: the server does, every
night at 2:30. Exact counts, no names. Reads DATABASE_URL, as the server does.
`

const SCHEMA = `npm run programme -- schema

Writes the JSON Schema of a method file, for editors: programmes/method.schema.json.
`

const WORDS = `npm run programme -- words [TEXT]

Writes the app's own texts that hold TEXT, or all of them, as the section \`words\` of a
method file: keep those that you change. Touches no database.

Ends with 0 when there are any, 1 when there is none.
`

export const HELP = {
  '': GENERAL,
  check: CHECK,
  diff: DIFF,
  export: EXPORT,
  import: IMPORT,
  retention: RETENTION,
  schema: SCHEMA,
  words: WORDS,
}
export type ProgrammeVerb = Exclude<keyof typeof HELP, ''>
