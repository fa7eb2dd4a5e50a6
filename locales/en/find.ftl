# Looking a person up, and the log of look-ups.
cli-find = Look a person up by name, however spelt
cli-find-arg-name = Words of the name, in any order
cli-find-arg-born = Date of birth (09/11/1975 or 1975-11-09) or year
cli-find-arg-age = Age, give or take a year
cli-find-arg-quartier = Quartier
cli-find-arg-parent = Name of father or mother: head of the household or spouse
cli-find-arg-limit = How many persons to show at most
cli-find-arg-json = Give the result as JSON
cli-log = Show who looked up what, when and why
cli-log-arg-last = How many lines, the last
cli-log-arg-acknowledge = Acknowledge a fault of the log; with --why
find-id = identifier
find-name = name
find-sex = sex
find-born = date of birth
find-quartier = quartier
find-household = household
find-none = Nobody found. Try fewer words, or the name alone.
find-next = All about a person: bato show IDENTIFIER
log-empty = Nothing has been looked up yet.
log-line = { $n }. { $at }  { $who }  { $what }  { $asked }  [{ $shown_shown }]  { $why }
log-fault-broken = The log of look-ups was changed in line { $line }: a line is no longer the one that was written, or is missing.
log-fault-missing = Line { $line } of the log of look-ups is no longer the one that was written, or is missing, and perhaps others before it: the log was cut, replaced or removed.
log-fault-acknowledged = The log of look-ups was changed before line { $line }, in which a person acknowledged a fault.
log-fault-added = From line { $line } on, the log of look-ups holds a line that the program did not write: nobody made that look-up.
log-fault-record = The file lookups-head.json, which holds the last line of the log of look-ups, can’t be read.
log-fault-hint = Find out who touched the folder “log”. Then acknowledge it: bato log --acknowledge --why REASON.
log-acknowledged = Acknowledged: { $fault }
error-find-nothing-asked = Say whom to look for.
    .hint = For example: bato find MWAMBA Ruth --quartier Boma
error-find-bad-date = “{ $value }” is not a date of birth.
    .hint = Write 09/11/1975, 1975-11-09 or 1975 alone.
verify-releases = Ledger of releases: { $n_shown } { $n ->
    [one] release, no file changed
   *[other] releases, no file changed
  }
    .failed = Ledger of releases: { $first } is missing or has changed. Take the folder data-clean/releases from a backup before you make a release.
verify-lookups = Log of look-ups: { $n_shown } { $n ->
    [one] line, unchanged
   *[other] lines, none changed
  }
    .failed = The log of look-ups was changed or shortened (line { $first })
error-look-up-who = Say who looks at the register.
    .hint = Add --who and your name, for example: --who "Ruth Mwamba".
