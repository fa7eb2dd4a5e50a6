### Parcels: offices, keys, sending, receiving, receipts.

cli-word-OFFICE = OFFICE
cli-word-PARCEL = PARCEL
cli-word-KIND = KIND
cli-word-SIZE = SIZE
cli-word-LINE = LINE
cli-backup-arg-to = Seal the backup for this office or safe (code or name)
cli-log-arg-holds = Say whether the log holds this line, as another office has it on record (for example 123.Ab3dEf6hIj9k)
cli-office = The offices that exchange parcels: the key of this one, the cards of the others
cli-office-new = Make the key of this office and its public card
cli-office-new-arg-name = Name of the office, for example “Commune de Kimbanseke”
cli-office-new-arg-code = Code of 2 to 6 capital letters or digits (default: the first four letters of the last word)
cli-office-new-arg-out = File of the card (default: CODE.bato-office in the current folder)
cli-office-safe = Make a safe: a key on paper that opens all parcels if another key is lost
cli-office-safe-arg-name = Name of the safe, for example “Coffre de Kimbanseke”
cli-office-safe-arg-code = Code of 2 to 6 capital letters or digits
cli-office-safe-arg-out = Page to print, then to delete (.html)
cli-office-card = Show the card of this office and its six words
cli-office-card-arg-out = Write the card to this file
cli-office-print = Write the key of this office to a page to print
cli-office-print-arg-out = Page to print, then to delete (.html)
cli-office-recover = Take the key of an office over to this computer, from paper
cli-office-recover-arg-card = Public card of the office (.bato-office)
cli-office-recover-arg-key_file = File with the 24 words or the line AGE-SECRET-KEY (default: they are asked for)
cli-office-accept = Accept the card of another office, after comparing the six words by telephone
cli-office-accept-arg-card = Card received (.bato-office)
cli-office-accept-arg-words = The six words that the office read out by telephone (default: they are asked for)
cli-office-list = List the offices: sent, received, waiting, missing
cli-office-revoke = Revoke an office whose key was stolen or lost; give the reason with --why
cli-office-revoke-arg-office = Code or name of the office
cli-parcel = Send and receive sealed parcels between offices
cli-parcel-seal = Seal files for an office
cli-parcel-seal-arg-files = Files, or a folder of files
cli-parcel-seal-arg-to = Office that the parcel is for (code or name); repeat the option for several
cli-parcel-seal-arg-kind = census, births, events, decisions, release, backup or course (default: by the folder of the files)
cli-parcel-seal-arg-pieces = Cut the parcel into pieces of this size, for example 9MB
cli-parcel-seal-arg-again = Write this parcel, which was sealed before, once more
cli-parcel-seal-arg-only = With --again and --pieces: these pieces alone, for example 3,5
cli-parcel-seal-arg-out = Folder to write into (default: the current one)
cli-parcel-open = Open the parcels or pieces received, or check a signed release
cli-parcel-open-arg-files = Parcels or pieces (.bato), in any order, or the folder of a release
cli-parcel-open-arg-again = Take a parcel again that was received and whose folder was removed
cli-parcel-open-arg-paper = Open with a key on paper, into the folder -o; nothing enters the register
cli-parcel-open-arg-key_file = File with the 24 words or the line AGE-SECRET-KEY (default: they are asked for)
cli-parcel-open-arg-card = With --paper: the card of this key (.bato-office), to check that the parcel was sent to it
cli-parcel-open-arg-out = With --paper: folder for the files
cli-parcel-open-arg-words = With --paper: the six words of the sender, if it is not accepted here
cli-parcel-list = List the parcels sent and received, and those that are missing
cli-parcel-list-arg-forget = Remove the pieces of a parcel that will not arrive whole
cli-parcel-receipt = Show the receipts of the parcels that arrived, or enter a receipt
cli-parcel-receipt-arg-names = Names of parcels that arrived (default: all)
cli-parcel-receipt-arg-enter = Text of a receipt that an office sent
cli-parcel-receipt-arg-html = Write the receipts to a page, with their QR codes

passphrase-ask = Passphrase of the key of this office:
passphrase-ask-new = Choose a passphrase (several words):
passphrase-ask-again = The same passphrase once more:
office-ask-words = Type the 24 words of the key, or its line AGE-SECRET-KEY:
office-made = The key of this office is made: { $office }, code { $code }.
    Its six words: { $words }
office-card-written = Card written: { $path }
office-made-next = To do now:
    {"  "}- Print the key and lock the paper away: “bato office print -o key.html”, then delete the page.
    {"  "}- Send the card to the other offices, and read the six words to them by telephone.
office-safe-made = The safe is made: { $office }, code { $code }.
    Its six words: { $words }
office-safe-next = To do now:
    {"  "}- Print { $path }, put the paper into the safe, then delete the page: the key is written nowhere else.
    {"  "}- Give the card { $card } to the offices whose parcels this key must be able to open.
    From now on every parcel sealed here can be opened with this key, too.
office-card = This office: { $office }, code { $code }. Its six words: { $words }
office-pc = This computer took the key over from paper: its parcels have “{ $value }” in their names.
office-printed = Page written: { $path }. Print it, lock the paper away, then delete the page.
office-recovered = The key of { $office } is on this computer now.
office-confirm = Card of { $office }, code { $code }.
    Call this office and have its six words read out. They must be: { $words }
    Are they the same? (yes or no)
office-accepted = { $office } ({ $code }) is accepted: its parcels can be opened here.
office-accepted-before = { $office } ({ $code }) was accepted before.
office-safe-accepted = The safe { $office } ({ $code }) is accepted: every parcel sealed here can be opened with its key, too.
office-revoked = { $office } ({ $code }) is revoked: its parcels are refused and nothing is sealed for it any more. Tell the other offices.
office-list-none = This register has no key of an office yet: “bato office new NAME”.
office-look-over = { $n ->
    [one] According to the backup, one office is accepted here: { $list }. If it was revoked since, revoke it again
   *[other] According to the backup, { $n_shown } offices and safes are accepted here: { $list }. Those that were revoked since are accepted again: look the list over and revoke them again
  }: “bato office revoke CODE --why REASON”.
office-line = { $office } ({ $code }): { $words }
office-line-safe = Safe { $office } ({ $code }): { $words }
office-line-revoked = {"  "}revoked on { $at }: { $reason }
office-line-traffic = {"  "}sent: { $sent_shown }, without receipt: { $waiting_shown }; received: { $received_shown }
office-line-missing = {"  "}missing parcels: { $list }. Ask it to send them again.
office-line-waiting = {"  "}without receipt: { $list }
office-line-log = {"  "}last known line of its log of look-ups: { $value }
office-line-log-earlier = {"  "}earlier known lines: { $list }

parcel-sealed = Parcel { $name }: { $n ->
    [one] { $n_shown } file
   *[other] { $n_shown } files
  }, { $mb_shown } MB. Can open it: { $readers }
parcel-waiting = Parcel { $name }: { $n ->
    [one] piece { $list } of { $total } is missing. Ask the sender for it alone.
   *[other] pieces { $list } of { $total } are missing. Ask the sender for them alone.
  }
parcel-opened = Parcel { $name } from { $office }: { $n ->
    [one] { $n_shown } file, signed and intact
   *[other] { $n_shown } files, signed and intact
  }, in { $path }
parcel-file-again = Note: the file { $file } is in the parcel { $name }, too, with another content. If it replaces it, remove the old one from data-raw.
parcel-doubt-missing = Note: { $n ->
    [one] parcel { $series } { $list } did not arrive. Ask the sender to send it again.
   *[other] parcels { $series } { $list } did not arrive. Ask the sender to send them again.
  }
parcel-doubt-leap = Note: the numbers { $series } { $from } to { $to } were skipped. The sender’s counter is not right, or this parcel is not theirs: call them. These numbers do not count as missing.
parcel-doubt-number = Note: another parcel arrived under this number on { $at }. The sender restored a backup or copied its folder: ask which one is right.
parcel-doubt-before = Note: the parcel before this one is not the one that the sender sent under its number. Ask whether a backup was restored.
parcel-doubt-log = Note: the sender’s log of look-ups had { $then } lines, it has { $now } or other ones. Lines were removed, or a backup was restored: ask why.
parcel-pieces-forgotten = The pieces received of the parcel { $name } are removed.
parcel-doubt-pc = Note: this is the first parcel of this computer ({ $pc }) of the office, which took the key over from paper. Ask the office whether it has a new computer.
parcel-doubt-again = This parcel arrived on { $at }, but its folder was no longer there: it is put back.
parcel-doubt-key = Note: the card of this key is not on this computer. So the program can’t tell whether the sender sent this parcel for it: it was sent to { $codes } and to the sender’s safes. To check it, add --card with the card (.bato-office) of the key.
parcel-decisions = These decisions do not count yet: read them, then copy those that you adopt into data-raw/decisions.
parcel-receipt = Receipt to send to the sender, by SMS for example:
parcel-confirm-sender = This parcel is signed by { $office } ({ $code }), which is not accepted on this computer.
    Its six words: { $words }
    Do you recognise them? (yes or no)
parcel-folder-signed = { $n ->
    [one] { $n_shown } file, signed by { $office } and unchanged.
   *[other] { $n_shown } files, signed by { $office } and unchanged.
  } Last line of its log of look-ups: { $log }
parcel-line-sent = { $at }  sent  { $name } to { $office }, { $n ->
    [one] { $n_shown } file
   *[other] { $n_shown } files
  }: { $state }
parcel-line-receipt = receipt entered on { $at }
parcel-line-waiting = no receipt
parcel-line-received = { $at }  arrived  { $name }, { $n ->
    [one] { $n_shown } file
   *[other] { $n_shown } files
  }, in { $path }
parcel-line-missing = missing  { $name }
parcel-list-none = No parcel so far.
receipt-taken = Receipt of { $office } for the parcel { $name }: it arrived intact.
receipt-known = This receipt of { $office } for the parcel { $name } was entered before.
receipt-log-cut = Note: another receipt of { $office } shows another line of its log of look-ups under the same number. Lines were changed there: ask why.
receipt-log-shorter = Note: the log of look-ups of { $office } had { $then } lines before this parcel left, in this receipt it has { $now }. Lines were removed, or a backup was restored: ask why.
receipt-log-order = Note: the log of look-ups of { $office } had { $then } lines in the receipt of an earlier parcel, in this one it has { $now }. Unless this office opened this parcel before the other, lines were removed: ask.
receipt-none = No parcel has arrived.
receipt-page = Page written with { $n ->
    [one] { $n_shown } receipt
   *[other] { $n_shown } receipts
  }: { $path }
log-holds = The log of look-ups holds the line { $line }.
log-holds-not = FAULT: the log of look-ups does not hold the line { $line }. Lines were removed or changed.
release-signed = Release signed with the key of this office.
release-not-signed = The release is not signed: the passphrase of the key was not given.
verify-parcels = Journal of parcels: { $n ->
    [one] one line, intact
   *[other] { $n_shown } lines, intact
  }
    .failed = Journal of parcels damaged or incomplete (first place: { $first })
verify-parcels-log = Log of look-ups: { $n ->
    [one] the line that parcels and receipts name is there
   *[other] the { $n_shown } lines that parcels and receipts name are there
  }
    .failed = { $n ->
    [one] Log of look-ups: one line that parcels or receipts name is no longer there ({ $first })
   *[other] Log of look-ups: { $n_shown } lines that parcels or receipts name are no longer there (the first: { $first })
  }. If you know why: “bato log --acknowledge --why REASON”
verify-parcels-log-restored = Log of look-ups: { $n ->
    [one] one line that parcels or receipts name is no longer there
   *[other] { $n_shown } lines that parcels or receipts name are no longer there
  }, since a backup was restored or a person acknowledged the fault

paper-key = Key on paper
paper-office = This key opens the parcels for this office and signs its own.
paper-safe = This key opens every parcel sealed for this safe, if another key is lost.
paper-warning = Secret. Lock this paper away, far from the computer. Do not photograph it and do not send it. Delete this page from the computer once it is printed.
paper-words = The 24 words
paper-line = The same key on one line
paper-use = Opening a parcel with this paper
paper-use-bato = With Bato, typing the 24 words when they are asked for:
paper-use-stock = Without Bato, with the programs age and tar, the line above being in key.txt:
paper-fingerprint = The six words of the card:
paper-receipts = Receipts of parcels

error-journal-damaged = The journal of parcels ({ $path }) is damaged at line { $line }.
    .hint = Nothing is sent or received as long as it is. Take the folder data-clean/parcels from a backup, or show it to your IT person.
error-key-other = This key is not that of the card of { $office }.
    .hint = Take the card and the paper of the same office.
error-key-words = These are not the words of a key, or one word is wrong.
    .hint = Type the 24 words in their order, or the line that begins with AGE-SECRET-KEY-1. Accents and capitals do not matter.
error-office-card = This file is not the card of an office, or it is damaged.
    .hint = Ask the office to send its .bato-office file again, unopened.
error-office-code = “{ $value }” can’t be the code of an office.
    .hint = Give 2 to 6 plain capital letters or digits with --code, for example KIMB or Q06.
error-office-code-taken = The code { $value } is that of { $office } already.
    .hint = If this office has a new key, revoke the old one first: “bato office revoke CODE --why REASON”. Otherwise one of the two must take another code.
error-office-exists = This register has the key of an office already: { $office }.
    .hint = Its card: “bato office card”. For another office take another folder.
error-office-name = This can’t be the name of an office.
    .hint = Give a name of at most 60 letters, for example “Commune de Kimbanseke”.
error-office-letters = The name “{ $office }” has “{ $value }” ({ $code }): this is no Latin letter, or a sign that nobody sees. The office would be mistaken for another.
    .hint = Do not accept this card before you have called this office. A name has the letters a to z, with or without accents, digits, blanks, hyphens and apostrophes.
error-office-none = This register has no key of an office.
    .hint = A manager makes it on the desk, page “Parcels”, “Offices and keys” (in a terminal: “bato office new NAME”, or “bato office recover CARD” to take it over from paper).
error-office-not-confirmed = The card of { $office } is not accepted.
    .hint = Call this office, compare the six words and try again, or give them with --words.
error-office-reason = Say why this office is revoked.
    .hint = Add --why, for example --why "…".
error-office-revoked = This card of { $office } was revoked.
    .hint = A revoked key is of no use any more. The office must make a new key and send its new card.
error-office-safe = { $office } is a safe: it receives no parcels.
    .hint = Name an office. A backup can be sealed for a safe: “bato backup --to CODE”.
error-office-unknown = No office “{ $value }” is accepted here. Accepted: { $known }
    .hint = Accept its card first: “bato office accept CARD”.
error-office-words = The six words are not those of the card of { $office }: it is not accepted.
    .hint = Listen to them once more. If they differ, the card is not that of this office: do not accept it, and tell the office.
error-parcel-content = { $path }: “{ $file }” is not what the sender signed. Nothing was taken.
    .hint = Ask the sender to send the parcel again, and say that this one was changed.
error-parcel-copy-gone = There is no copy of the parcel { $name } any more.
    .hint = Its receipt came, or it is a backup. Seal the files once more: that will be a new parcel.
error-parcel-damaged = { $path } is damaged or incomplete. Nothing was taken.
    .hint = Copy it again, or ask the sender to send it again. A parcel in pieces says which one is damaged.
error-parcel-empty = There is no file to seal.
    .hint = Name files, or a folder with files.
error-parcel-file-changed = { $path } changed while it was sealed. Nothing was sent.
    .hint = Close it if it is open elsewhere, then try again.
error-parcel-kind = It is not known what these files are.
    .hint = Add --kind census (sheets), births, events, decisions, release, backup or course.
error-parcel-known = { $path }: the parcel { $name } was received on { $at }, in { $folder }. It is not taken twice.
    .hint = Nothing to do. Its receipt: “bato parcel receipt { $name }”.
error-parcel-name = A file of a parcel can’t be named “{ $file }”.
    .hint = Rename it: no dot at the beginning, no special sign, at most 200 letters, and not manifest.toml.
error-parcel-names-alike = Two files of the parcel have one name, or differ in capital letters alone: “{ $file }”.
    .hint = Rename one of the two.
error-parcel-newer = { $path } was made by a newer version of Bato.
    .hint = Install the version that the sender has.
error-parcel-no-safe = There is no safe yet: if a key is lost, nothing could be opened again.
    .hint = Make one with “bato office safe NAME -o safe.html”, or accept the card of the commune’s safe.
error-parcel-not = { $path } is not a parcel.
    .hint = A parcel is a .bato file as the sender gave it.
error-parcel-not-for-us = { $path } can’t be opened with this key: it is for another office, or damaged.
    .hint = Ask the sender for whom it was sealed. If this office has a new key, the sender must accept its card and seal the parcel again.
error-parcel-piece-number = There is no piece { $value }: the last one is { $high }.
    .hint = Give the same size of pieces as the first time.
error-parcel-piece-size = “{ $value }” is not a size of pieces, or too small or too large.
    .hint = Give 100 kB to 2 GB, for example 9MB; there are at most 999 pieces.
error-parcel-readdressed = { $path }: { $office } did not send this parcel to this office, but to { $codes }. Somebody passed it on. Nothing was taken.
    .hint = If you are to receive it, ask { $office } itself.
error-parcel-reader-revoked = The parcel { $name } can be opened with a key of { $office } that was revoked on { $at } ({ $reason }). It is not written any more.
    .hint = Seal the files again, for the offices that are not revoked: that will be a new parcel.
error-parcel-register-file = { $path } is a file of the register, or a copy of one: it does not leave in a parcel of this kind.
    .hint = Send the original sheets and registers. For figures: “bato release”. For a backup: “bato backup --to CODE”, or --kind backup.
error-parcel-removed = { $path }: the parcel { $name } was received on { $at }, and its folder { $folder } was removed since. It is not put back.
    .hint = If the folder should come back: “bato parcel open --again”, or tick “Put back” on the desk.
error-parcel-revoked = { $path } is signed with a key of { $office } that was revoked on { $at } ({ $reason }). Nothing was taken.
    .hint = Call this office. If it has a new key, accept its new card and ask for the parcel again.
error-parcel-signature = The signature is not that of { $office }. Nothing was taken.
    .hint = Do not use this file. Call { $office } and ask for it again.
error-parcel-stranger = { $path } is signed by an office that is not accepted here: { $office } ({ $words }). Nothing was taken.
    .hint = If you know this office, ask for its card, accept it with “bato office accept”, then open the parcel.
error-parcel-unknown = There is no parcel { $name }.
    .hint = See their names with “bato parcel list”.
error-passphrase-differs = The two passphrases differ. Nothing was made.
    .hint = Try again.
error-passphrase-missing = The passphrase of the key is needed.
    .hint = Run the command in a terminal, or name with BATO_PASSPHRASE_FILE a file whose first line is the passphrase.
error-passphrase-short = The passphrase has fewer than { $low } characters.
    .hint = Take several words, for example four that have nothing to do with one another.
error-passphrase-wrong = This is not the passphrase of the key.
    .hint = Try again. If it is lost, take the key over from paper in a new folder: “bato office recover CARD”.
error-piece-damaged = { $path } is not a whole piece of a parcel.
    .hint = Ask the sender to send this piece alone again.
error-receipt-not = This text is not a receipt.
    .hint = A receipt begins with BATO1 and has seven parts; copy it whole.
error-receipt-other = { $office } received another parcel under the number { $number } than the one of this register.
    .hint = A backup was restored, or two computers count together. Ask this office what it received, and send again what is missing.
error-receipt-signature = This receipt is not signed by { $office }.
    .hint = It was copied wrongly, or it is forged. Ask for it again.
error-receipt-unknown = No parcel { $value } no. { $number } was sent from here to { $office }.
    .hint = The receipt may be for another office. See “bato parcel list”.
