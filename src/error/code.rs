//! The codes of all errors. Each has a message `error-<code>` and a hint in `locales`.

/// Declares [`ErrorCode`] with the text of each code.
macro_rules! error_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+) => {
        /// Why a run, a command or the reading of a file stopped.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl ErrorCode {
            /// Every code, in the order of the alphabet.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The code as messages and tables name it.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }
    };
}

error_codes! {
    /// None of the files could be read.
    AllUnreadable = "all-unreadable",
    /// `path` was written by a newer version of Bato.
    BackupNewer = "backup-newer",
    /// `path` is not a backup of Bato.
    BackupNot = "backup-not",
    /// The backup `path` holds `file`, whose name Windows can't keep, or two files that differ in capital letters
    /// alone.
    BackupNameWindows = "backup-name-windows",
    /// `path` is damaged: `file` is not what was saved.
    BackupTorn = "backup-torn",
    /// The file of aggregated figures `path` can't be read, line `line`: `cause`
    BadAggregates = "bad-aggregates",
    /// The program's list of words is damaged (`cause`).
    BadCodes = "bad-codes",
    /// The program's list of headings is damaged (`cause`).
    BadHeaders = "bad-headers",
    /// The file of indicators (reference/indicators.toml) can't be read, line `line`: `cause`
    BadIndicators = "bad-indicators",
    /// The map `path` can't be read, line `line`: `cause`
    BadMap = "bad-map",
    /// `path`: these weights can't be read (`cause`).
    BadModel = "bad-model",
    /// "`value`" is not a period.
    BadPeriod = "bad-period",
    /// The reference table `file` can't be read (line `line`, column "`column`", value "`value`").
    BadReference = "bad-reference",
    /// `path`, line `line`: this setting can't be read (`cause`).
    BadSetting = "bad-setting",
    /// `path`: settings to correct: `settings` (`expected`).
    BadTableSetting = "bad-table-setting",
    /// The truth `path` can't be read (`cause`).
    BadTruth = "bad-truth",
    /// `path` lies in a folder that the program keeps for itself: nothing in it is a sheet to check.
    CheckOwnFolder = "check-own-folder",
    /// The column "`column`" is missing from the table "`table`": another version of Bato wrote it.
    ColumnMissing = "column-missing",
    /// The column "`column`" of the table "`table`" has empty cells, which may not be.
    ColumnNull = "column-null",
    /// The column "`column`" of the table "`table`" should be of type `expected` and is of type `found`.
    ColumnType = "column-type",
    /// `path` has other columns than `expected`: `unknown` are unknown, `missing` are missing.
    CorrectionsColumns = "corrections-columns",
    /// The corrections workbook was not made: the copy was not the same as the original (`cause`).
    CorrectionsNotMade = "corrections-not-made",
    /// The corrections workbook could not be written in `path`: `cause`.
    CorrectionsNotWritten = "corrections-not-written",
    /// The correction has no author.
    CorrectAuthor = "correct-author",
    /// `path` is replaced by the corrections workbook `by`.
    CorrectFileReplaced = "correct-file-replaced",
    /// `path` is no input file of the register.
    CorrectFileUnknown = "correct-file-unknown",
    /// The cell `place` is covered by the merged cell `first`.
    CorrectMerged = "correct-merged",
    /// The row of `place` is blank in the sheet.
    CorrectNoRow = "correct-no-row",
    /// The file has no sheet "`sheet`"; it has: `known`.
    CorrectNoSheet = "correct-no-sheet",
    /// The cell `place` holds "`now`", not "`old`".
    CorrectOtherText = "correct-other-text",
    /// "`value`" is no place of a cell.
    CorrectPlace = "correct-place",
    /// The correction has no reason.
    CorrectReason = "correct-reason",
    /// The cell `place` holds "`now`" already.
    CorrectSame = "correct-same",
    /// The text has more than `limit` characters.
    CorrectTooLong = "correct-too-long",
    /// There is no correction `id`.
    CorrectUnknown = "correct-unknown",
    /// "bato correct": an argument is missing, or there is one too many.
    CorrectWords = "correct-words",
    /// The corrections workbook was not made: a sheet or a text is too long for an Excel workbook (`cause`).
    CorrectionsTooLarge = "corrections-too-large",
    /// Several learners have a course here: `known`.
    CourseChoose = "course-choose",
    /// The run of the lesson could not be cut off.
    CourseCut = "course-cut",
    /// The folder `path` was not made by the course.
    CourseForeign = "course-foreign",
    /// "`value`" is no lesson; the lessons are: `known`.
    CourseLesson = "course-lesson",
    /// The name of the learner is blank or too long.
    CourseName = "course-name",
    /// No course was begun here (`path`).
    CourseNone = "course-none",
    /// The register `path` is not that of a course.
    CourseNotPractice = "course-not-practice",
    /// The lesson "`value`" asks no such question.
    CourseQuestion = "course-question",
    /// `path` holds no result of a course.
    CourseResult = "course-result",
    /// A step of the solution could not be carried out: `value` (`cause`).
    CourseStep = "course-step",
    /// `n` lessons are not passed yet.
    CourseUnfinished = "course-unfinished",
    /// The export "dataset" is written into a folder.
    DatasetFolder = "dataset-folder",
    /// The person, born on `born`, would have been born after the death on `on`.
    DecideAfterDeath = "decide-after-death",
    /// The person, born on `born`, would have been born after an event or a declaration on `on`.
    DecideAfterEvent = "decide-after-event",
    /// The person, born on `born`, would be `age` years old, more than `limit`.
    DecideAge = "decide-age",
    /// Say who decides.
    DecideAuthor = "decide-author",
    /// "`value`" is not a field on which one decides.
    DecideField = "decide-field",
    /// The person would have been born on `born`, after today (`today`).
    DecideFuture = "decide-future",
    /// No part of the name would be left.
    DecideNoName = "decide-no-name",
    /// Rows `a` and `b` are members of one fiche.
    DecideOneFiche = "decide-one-fiche",
    /// Say why.
    DecideReason = "decide-reason",
    /// Both mean the same row: `row`.
    DecideSameRow = "decide-same-row",
    /// The sheet `path` is no longer the one of the version in use: rows of it can't be named by their place.
    DecideSheetChanged = "decide-sheet-changed",
    /// Decision `id` is undone already.
    DecideUndone = "decide-undone",
    /// There is no decision `id`.
    DecideUnknown = "decide-unknown",
    /// "`value`" can't be read as a value of `field`.
    DecideValue = "decide-value",
    /// "bato decide `what`": a word is missing, or there is one too many.
    DecideWords = "decide-words",
    /// `path`, line `line`: "`value`" is not a decision.
    DecisionUnreadable = "decision-unreadable",
    /// Two decisions contradict each other: `one` (`one_rows`) and `other` (`other_rows`).
    DecisionsContradict = "decisions-contradict",
    /// The connection broke off before all of `file` was there.
    DepositCut = "deposit-cut",
    /// `file` is empty.
    DepositEmpty = "deposit-empty",
    /// No input file can have the name "`value`".
    DepositName = "deposit-name",
    /// `file` is the name of no reference file.
    DepositReferenceName = "deposit-reference-name",
    /// There is already a file of the name `file`, with another content: `path`.
    DepositReplaces = "deposit-replaces",
    /// `file` is larger than `limit` MiB.
    DepositTooLarge = "deposit-too-large",
    /// "`value`" is no year that the name of a file can give.
    DepositYear = "deposit-year",
    /// No deposited file has the number "`value`".
    DepositUnknown = "deposit-unknown",
    /// The list of agents `path` is damaged.
    DeskAgents = "desk-agents",
    /// The name of an agent is blank or longer than `most` letters.
    DeskAgentName = "desk-agent-name",
    /// The desk of this register is open at `address` on the computer `computer`, under another account or there.
    DeskElsewhere = "desk-elsewhere",
    /// The folder `path` of the desk belongs to another account.
    DeskFolder = "desk-folder",
    /// Nobody could manage the desk any more.
    DeskLastManager = "desk-last-manager",
    /// The system gives no random numbers.
    DeskNoChance = "desk-no-chance",
    /// There is no such page.
    DeskNoPage = "desk-no-page",
    /// No port is free, from `first` on.
    DeskNoPort = "desk-no-port",
    /// The PIN has fewer than `fewest` characters, or too many.
    DeskPin = "desk-pin",
    /// The role `role` is needed.
    DeskRole = "desk-role",
    /// Another desk of this register is just starting or ending.
    DeskStarting = "desk-starting",
    /// The disk or the network under `path` did not answer (`cause`).
    DiskFailed = "disk-failed",
    /// The disk is full: `path` could not be written.
    DiskFull = "disk-full",
    /// The disk is full: `path` could not be written; the register was saved before.
    DiskFullAfter = "disk-full-after",
    /// The file `path` was saved by another program in another form.
    EntryFile = "entry-file",
    /// This event is no longer among those reported here.
    EventGone = "event-gone",
    /// A version of the register holds this event already.
    EventInRegister = "event-in-register",
    /// "`value`" is not the code of a trial.
    ExpectCode = "expect-code",
    /// Something has changed since the trial `code`: nothing was saved.
    ExpectDiffers = "expect-differs",
    /// The export "keys" needs a model (--model) and a folder (-o).
    ExportKeysModel = "export-keys-model",
    /// The file becomes too large when it is unpacked (limit: `limit`): it is damaged or a trap.
    FileBomb = "file-bomb",
    /// The file changed while it was being read: it was not taken.
    FileChanged = "file-changed",
    /// The file is damaged or incomplete.
    FileDamaged = "file-damaged",
    /// The file is empty.
    FileEmpty = "file-empty",
    /// The file is protected by a password.
    FileEncrypted = "file-encrypted",
    /// This is not the workbook but the mark the spreadsheet program leaves while it is open.
    FileLock = "file-lock",
    /// The name of the file can't be read as text.
    FileName = "file-name",
    /// The workbook holds no row that is filled in.
    FileNoRows = "file-no-rows",
    /// The workbook holds no sheet with cells.
    FileNoSheet = "file-no-sheet",
    /// No table was recognised in it: no row of headings (Nom, Sexe, Date de naissance…).
    FileNoTable = "file-no-table",
    /// This is not a spreadsheet file.
    FileNotSpreadsheet = "file-not-spreadsheet",
    /// This is not a spreadsheet file.
    FileOtherFormat = "file-other-format",
    /// A cell stands where no spreadsheet has one (beyond row 1,048,576 or column XFD).
    FileOutsideSheet = "file-outside-sheet",
    /// Two sheets of the workbook have one name.
    FileSheetTwice = "file-sheet-twice",
    /// Reading the file takes too much memory (more than `limit` MB): it is damaged or far too large.
    FileTooHeavy = "file-too-heavy",
    /// The file is larger than `limit` MB.
    FileTooLarge = "file-too-large",
    /// The file has more than `limit_shown` filled cells.
    FileTooManyCells = "file-too-many-cells",
    /// The file comes from a spreadsheet program too old to be read.
    FileTooOld = "file-too-old",
    /// Reading the file had not ended after `limit` seconds: it was stopped.
    FileTooSlow = "file-too-slow",
    /// `age` is not an age.
    FindAge = "find-age",
    /// "`value`" is not a date of birth.
    FindBadDate = "find-bad-date",
    /// Say whom to look for.
    FindNothingAsked = "find-nothing-asked",
    /// There is no quartier "`value`"; there are: `known`.
    FindQuartier = "find-quartier",
    /// What is looked for has more than `high` letters.
    FindTooLong = "find-too-long",
    /// The folder `path` holds no file to check.
    FolderEmpty = "folder-empty",
    /// There is no format "`value`".
    FormatUnknown = "format-unknown",
    /// There is no version `generation` of the register; there are: `known`.
    GenerationUnknown = "generation-unknown",
    /// "`id`" was copied wrongly: its last character does not go with the rest.
    IdSlip = "id-slip",
    /// "`id`" is not in the register.
    IdUnknown = "id-unknown",
    /// "`id`" was withdrawn from the register: its last row is in no file any more.
    IdWithdrawn = "id-withdrawn",
    /// `path` is open in another program.
    InUse = "in-use",
    /// The system refused access to `path`: `cause`.
    Io = "io",
    /// `path` is a folder, where a file is needed.
    IsFolder = "is-folder",
    /// The journal of parcels (`path`) is damaged at line `line`.
    JournalDamaged = "journal-damaged",
    /// This pair no longer waits to be judged.
    JudgingPair = "judging-pair",
    /// You have judged this pair already, otherwise.
    JudgingTwice = "judging-twice",
    /// You have no judgement of today to undo.
    JudgingUndo = "judging-undo",
    /// The key is not that of the card of `office`.
    KeyOther = "key-other",
    /// These are not the words or the line of a key.
    KeyWords = "key-words",
    /// The command "keys" needs --round, --secret and -o, or --new-secret, or --pairs, --numbers and -o.
    KeysIncomplete = "keys-incomplete",
    /// The ledger of releases (`path`) is damaged: a line is missing or changed.
    LedgerDamaged = "ledger-damaged",
    /// The ledger of releases (`path`) is gone.
    LedgerGone = "ledger-gone",
    /// `path` leads back to itself.
    LinkLoop = "link-loop",
    /// `path` is a link, and what it leads to is not there.
    LinkNowhere = "link-nowhere",
    /// Another program has held the lock file `path` for a minute.
    LockHeld = "lock-held",
    /// Say why the fault of the log is acknowledged.
    LogReason = "log-reason",
    /// The record of the log's last line (`path`) is damaged.
    LogRecord = "log-record",
    /// The log of look-ups has no fault to acknowledge.
    LogSound = "log-sound",
    /// Say who looks at the register.
    LookUpWho = "look-up-who",
    /// The file `path` is damaged or is no longer the one that was saved.
    ManifestDamaged = "manifest-damaged",
    /// The list of the register's files could not be written (`path`).
    ManifestWrite = "manifest-write",
    /// `path`: this model was changed since it was written.
    ModelChanged = "model-changed",
    /// The model `path` has other settings than the first.
    ModelMergeSettings = "model-merge-settings",
    /// The model `path` is given twice.
    ModelMergeTwice = "model-merge-twice",
    /// The model `path` was written by a newer version of Bato (format `format`).
    ModelNewer = "model-newer",
    /// The model `path` compares other columns than the settings name.
    ModelOtherList = "model-other-list",
    /// The model `path` has weights alone: how common values are is missing.
    ModelWithoutFrequencies = "model-without-frequencies",
    /// The name `path` is too long for the system.
    NameTooLong = "name-too-long",
    /// The map of data elements is missing (--map).
    MapMissing = "map-missing",
    /// The folder `path` holds no aggregated figures.
    NoAggregates = "no-aggregates",
    /// The file of aggregated figures `path` has no figure of a whole commune.
    NoCommune = "no-commune",
    /// There is no version before version `generation`.
    NoEarlierGeneration = "no-earlier-generation",
    /// `path` may not be opened or written.
    NoPermission = "no-permission",
    /// There is no register in `path` yet.
    NoRegister = "no-register",
    /// `path` is not a release: release.json is missing or can't be read.
    NotARelease = "not-a-release",
    /// `path` does not exist.
    NotFound = "not-found",
    /// `path` is no file but a device or a pipe.
    NotRegular = "not-regular",
    /// `path` is not text in UTF-8.
    NotText = "not-text",
    /// This is not the card of an office, or it is damaged.
    OfficeCard = "office-card",
    /// "`value`" is not a code of an office.
    OfficeCode = "office-code",
    /// The code `value` is that of another office: `office`.
    OfficeCodeTaken = "office-code-taken",
    /// This register has the key of an office already: `office`.
    OfficeExists = "office-exists",
    /// This is not a name for an office.
    OfficeName = "office-name",
    /// Another office that was accepted, `office` (`other`), has this name or a code that looks like `value`.
    OfficeLooksAlike = "office-looks-alike",
    /// The name of an office has a letter of another script than Latin, or a sign that nobody sees.
    OfficeLetters = "office-letters",
    /// This register has no key of an office.
    OfficeNone = "office-none",
    /// The card of `office` was not accepted.
    OfficeNotConfirmed = "office-not-confirmed",
    /// Say why the office is revoked.
    OfficeReason = "office-reason",
    /// This card of `office` was revoked.
    OfficeRevoked = "office-revoked",
    /// `office` is a safe, not an office.
    OfficeSafe = "office-safe",
    /// There is no accepted office "`value`"; there are: `known`.
    OfficeUnknown = "office-unknown",
    /// The six words are not those of the card of `office`.
    OfficeWords = "office-words",
    /// `path`: the number `number` of a pair is of no person of this round.
    NumberUnknown = "number-unknown",
    /// The program that took the data (`path`) stopped before the end.
    OutputClosed = "output-closed",
    /// `path` is there already and is no file that Bato wrote: it was not replaced.
    OutputForeign = "output-foreign",
    /// `path` is a review with `n` answers: it was not replaced.
    ReviewJudged = "review-judged",
    /// Standard output could not be written to its end; the command did its work.
    OutputIncomplete = "output-incomplete",
    /// `path` lies in the folder `folder`, which holds the register: nothing was written.
    OutputInRegister = "output-in-register",
    /// `path` lies in a release: nothing was written.
    OutputInRelease = "output-in-release",
    /// `path` is a folder.
    OutputIsFolder = "output-is-folder",
    /// The name `name` at the end of `path` is one that Windows keeps for itself or does not keep as it is.
    OutputNameWindows = "output-name-windows",
    /// `path` is a file that this command reads: nothing was written.
    OutputOverInput = "output-over-input",
    /// `path`: the file "`file`" is not what the sender signed.
    ParcelContent = "parcel-content",
    /// There is no copy of the parcel `name` any more.
    ParcelCopyGone = "parcel-copy-gone",
    /// `path` is damaged or incomplete: `cause`.
    ParcelDamaged = "parcel-damaged",
    /// There is no file to seal.
    ParcelEmpty = "parcel-empty",
    /// `path` changed while it was sealed.
    ParcelFileChanged = "parcel-file-changed",
    /// It is not known what these files are.
    ParcelKind = "parcel-kind",
    /// `path`: the parcel `name` was received on `at`.
    ParcelKnown = "parcel-known",
    /// No pieces of a parcel `name` wait.
    ParcelNoPieces = "parcel-no-pieces",
    /// A file of a parcel can't be named "`file`".
    ParcelName = "parcel-name",
    /// Two files of the parcel differ in capital letters alone, or not at all: "`file`".
    ParcelNamesAlike = "parcel-names-alike",
    /// `path` was made by a newer version of Bato.
    ParcelNewer = "parcel-newer",
    /// There is no safe yet.
    ParcelNoSafe = "parcel-no-safe",
    /// `path` is not a parcel.
    ParcelNot = "parcel-not",
    /// `path` can't be opened with this key.
    ParcelNotForUs = "parcel-not-for-us",
    /// There is no piece `value`; the last one is `high`.
    ParcelPieceNumber = "parcel-piece-number",
    /// "`value`" is not a size of pieces.
    ParcelPieceSize = "parcel-piece-size",
    /// `path`: `office` did not send this parcel here, but to `codes`.
    ParcelReaddressed = "parcel-readdressed",
    /// A parcel that was sealed before can be opened with a key that was revoked since.
    ParcelReaderRevoked = "parcel-reader-revoked",
    /// A file of the register is no file of a parcel.
    ParcelRegisterFile = "parcel-register-file",
    /// `path`: the parcel `name` was received on `at`, and its folder `folder` was removed since.
    ParcelRemoved = "parcel-removed",
    /// `path` is signed with a key of `office` that was revoked on `at`.
    ParcelRevoked = "parcel-revoked",
    /// `path`: the signature is not that of `office`.
    ParcelSignature = "parcel-signature",
    /// `path` is signed by an office that was not accepted: `office`, `words`.
    ParcelStranger = "parcel-stranger",
    /// There is no parcel `name`.
    ParcelUnknown = "parcel-unknown",
    /// The two passphrases differ.
    PassphraseDiffers = "passphrase-differs",
    /// The passphrase of the key is needed.
    PassphraseMissing = "passphrase-missing",
    /// The passphrase is shorter than `low` characters.
    PassphraseShort = "passphrase-short",
    /// The passphrase is not that of the key.
    PassphraseWrong = "passphrase-wrong",
    /// `path` is not a whole piece of a parcel.
    PieceDamaged = "piece-damaged",
    /// The settings and the register `path` are not of the same kind: one is of a course.
    PracticeMixed = "practice-mixed",
    /// The stream of pairs lacks the column "`column`", or it is no text but `found`.
    PairColumn = "pair-column",
    /// The stream of pairs can't be read: `cause`.
    PairStream = "pair-stream",
    /// The pair of `a` and `b` has the weight `given`; by the model it is `own`.
    PairsOtherScore = "pairs-other-score",
    /// The person `person` of a pair is in no file of persons.
    PairsUnknownPerson = "pairs-unknown-person",
    /// The person `person` is in the files of persons twice.
    PersonTwice = "person-twice",
    /// There is no file in `path`/census nor `path`/births.
    RawEmpty = "raw-empty",
    /// The folder `path` holds neither "census" nor "births".
    RawMissing = "raw-missing",
    /// The program could not start itself again to read this workbook (`cause`).
    ReaderNotStarted = "reader-not-started",
    /// This is not a receipt.
    ReceiptNot = "receipt-not",
    /// `office` received another parcel under the number `number`.
    ReceiptOther = "receipt-other",
    /// The receipt is not signed by `office`.
    ReceiptSignature = "receipt-signature",
    /// No parcel `number` was sent to `office`.
    ReceiptUnknown = "receipt-unknown",
    /// No version of the register in `path` is intact (versions looked at: `n`).
    RegisterDamaged = "register-damaged",
    /// The register (`path`) was written by a newer version of Bato (format `format`; this program knows …
    RegisterNewer = "register-newer",
    /// `path` is not as the release was written.
    ReleaseChanged = "release-changed",
    /// Only `n` persons or acts changed since release `number` (`period`); `min` are needed.
    ReleaseTooSoon = "release-too-soon",
    /// Some persons have no row any more and would be withdrawn.
    Removals = "removals",
    /// Persons would be withdrawn, and the clock can't be right (`now`, last version `last`).
    RemovalsClock = "removals-clock",
    /// Version `version` is damaged, and `n` files that it was made from are gone or changed (`files`).
    RemovalsDamaged = "removals-damaged",
    /// `accepted` removals were accepted, and there are `n`.
    RemovalsNumber = "removals-number",
    /// `n` persons have a row in `file`, which could not be read.
    RemovalsUnread = "removals-unread",
    /// The reference table `file` has no row.
    ReferenceEmpty = "reference-empty",
    /// The setting `key` names `value` twice.
    SettingTwice = "setting-twice",
    /// The setting `key` names `value`, which is no quartier of the register.
    SettingNoQuartier = "setting-no-quartier",
    /// The settings that shape a release are not those of the release `number`.
    ReleaseSettings = "release-settings",
    /// `path` lies in the folder of a register, whose persons are not read as a list.
    RegisterFile = "register-file",
    /// The folder of the register `clean` lies in the raw folder `raw`.
    RegisterInRaw = "register-in-raw",
    /// `path` is a link to another folder, where the log of look-ups would not be.
    RegisterLinked = "register-linked",
    /// The user did not confirm that the backup `path` is to be put back.
    RestoreNotConfirmed = "restore-not-confirmed",
    /// `path` holds something already: nothing was put back.
    RestoreNotEmpty = "restore-not-empty",
    /// The backup `path` is one of `commune`, not of `own`: nothing was put back.
    RestoreOtherCommune = "restore-other-commune",
    /// A restore was cut off before its end, and `path` is in the way of finishing it.
    RestoreUnfinished = "restore-unfinished",
    /// The workbook of pairs could not be made (`cause`).
    ReviewNotMade = "review-not-made",
    /// `path`, sheet `sheet`, row `row`: "`value`" is not a decision.
    ReviewRuling = "review-ruling",
    /// `path`, sheet `sheet`, row `row`: pair `pair` no longer has its two rows.
    ReviewTorn = "review-torn",
    /// The two rows of a pair of a review bear two different answers.
    ReviewTwoAnswers = "review-two-answers",
    /// `path`: this is not a workbook of pairs to judge.
    ReviewUnreadable = "review-unreadable",
    /// `path` is not what a commune writes for a round (`cause`).
    RoundBad = "round-bad",
    /// A round needs the keys of two communes.
    RoundIncomplete = "round-incomplete",
    /// The round has no name, or too long a one.
    RoundName = "round-name",
    /// The keys of `path` are of another round or were made with other secrets.
    RoundOther = "round-other",
    /// The commune `commune` is given twice (`path`).
    RoundTwice = "round-twice",
    /// Not every row has one outcome: sheet "`sheet`" of file `file`, `rows` rows read, `counted` accounted for.
    RowEquation = "row-equation",
    /// "`row`" is not a row of the register.
    RowUnknown = "row-unknown",
    /// `n` rulings of the last version are in no file any more: `rulings`.
    RulingsGone = "rulings-gone",
    /// Another import is under way in this folder (`path`).
    RunUnderWay = "run-under-way",
    /// The setting `key` is blank or longer than `high` characters.
    SettingBlank = "setting-blank",
    /// `path` is no secret of an office.
    SecretBad = "secret-bad",
    /// Two different secrets of two offices are needed.
    SecretCount = "secret-count",
    /// The secret `path` is there already.
    SecretExists = "secret-exists",
    /// `path`: `key` is "`value`", which can't be a name of a commune.
    SettingCommune = "setting-commune",
    /// `path`: `key` is `value`, outside `low` to `high`.
    SettingOutOfRange = "setting-out-of-range",
    /// `path`: `key` has `value` characters, more than `high`.
    SettingTooLong = "setting-too-long",
    /// No setting made on the desk has the number "`value`".
    SettingUnknown = "setting-unknown",
    /// "bato settings `what`": a word is missing, or there is one too many.
    SettingWords = "setting-words",
    /// The file `path` was not made by "bato synth": nothing was touched.
    SynthForeign = "synth-foreign",
    /// The number of inhabitants or the folder is missing.
    SynthIncomplete = "synth-incomplete",
    /// The folder `path` is not empty: nothing in it was touched.
    SynthNotEmpty = "synth-not-empty",
    /// `path`: two columns are called "`column`".
    TableColumnTwice = "table-column-twice",
    /// The table "`table`" (`path`) is missing, damaged or no longer the one that was saved.
    TableDamaged = "table-damaged",
    /// `n` lists: one or two are needed.
    TableInputs = "table-inputs",
    /// `path`: the column "`column`" is not there.
    TableNoColumn = "table-no-column",
    /// `path`: no row below the headings.
    TableNoRows = "table-no-rows",
    /// There is no table "`table`".
    TableUnknown = "table-unknown",
    /// The table "`table`" can't be read.
    TableUnreadable = "table-unreadable",
    /// The table "`table`" could not be written.
    TableWrite = "table-write",
    /// The name `path` does not end in .xlsx: the spreadsheet program would not open it.
    TemplateEnding = "template-ending",
    /// The file `path` is there already: it was not touched.
    TemplateExists = "template-exists",
    /// The template could not be made (`cause`).
    TemplateNotMade = "template-not-made",
    /// The truth `path` lacks these columns: `missing`.
    TruthColumns = "truth-columns",
    /// The folder `path` holds no census.csv.
    TruthMissing = "truth-missing",
    /// The truth `path`, line `line`, does not fit: column `column`, value "`value`".
    TruthValue = "truth-value",
    /// The rows of `author` are theirs alone to change.
    TypingAuthor = "typing-author",
    /// There is no batch `id`.
    TypingBatch = "typing-batch",
    /// The row holds no person.
    TypingBlank = "typing-blank",
    /// The batch was changed meanwhile.
    TypingChanged = "typing-changed",
    /// The batch is closed.
    TypingClosed = "typing-closed",
    /// These fiches of the sample are not typed yet: `fiches`.
    TypingNotAll = "typing-not-all",
    /// The batch is still open.
    TypingOpen = "typing-open",
    /// The commune has no quartier "`value`".
    TypingQuartier = "typing-quartier",
    /// The row was changed or removed meanwhile.
    TypingRow = "typing-row",
    /// The batch has a second entry already, or none yet.
    TypingSecond = "typing-second",
    /// Somebody else must type the sample again than `author`, or `author` has begun it.
    TypingSecondAuthor = "typing-second-author",
    /// `value` is no year of a round or a register.
    TypingYear = "typing-year",
    /// The settings words name the code "`value`", which does not exist.
    UnknownCode = "unknown-code",
    /// "`value`" is not a column.
    UnknownColumn = "unknown-column",
    /// The settings ingest.headings name "`value`", which is not a known content of a column.
    UnknownField = "unknown-field",
    /// The language "`value`" is not known.
    UnknownLanguage = "unknown-language",
    /// There is no rule "`value`".
    UnknownRule = "unknown-rule",
    /// `path`, line `line`: there is no setting "`key`".
    UnknownSetting = "unknown-setting",
    /// There is no severity "`value`" (rule `key`).
    UnknownSeverity = "unknown-severity",
    /// The format "`value`" has no words for the reader.
    WordsFormat = "words-format",
    /// The report's workbook could not be written: `cause`
    Xlsx = "xlsx",
}

impl ErrorCode {
    /// The code of this text.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.text() == text)
    }
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}
