; Installs Bato for one user, without administrator rights. Made by dist/build.
; An installed version is replaced where it lies. Registers are never touched: they lie in the user's documents.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off
!include MUI2.nsh
!include "${LIST}"
Name "Bato ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
InstallDir "$LOCALAPPDATA\Programs\Bato"
InstallDirRegKey HKCU "Software\Bato" "Folder"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Bato"
; Windows keeps no memory of a program in this list when it crashes: it would hold names.
!define NO_REPORTS "Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications"

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION OpenBato
!define MUI_FINISHPAGE_RUN_TEXT "$(RunText)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language is that of every system in another one.
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "English"

LangString FinishText ${LANG_FRENCH} "Bato est installé. Votre registre est dans le dossier $DOCUMENTS\Bato : les autres comptes de ce PC ne peuvent pas le lire. Mettre Bato à jour ou l’enlever ne touche pas au registre."
LangString FinishText ${LANG_DUTCH} "Bato is geïnstalleerd. Uw register staat in de map $DOCUMENTS\Bato: de andere accounts van deze pc kunnen het niet lezen. Bato bijwerken of verwijderen laat het register onaangeroerd."
LangString FinishText ${LANG_ENGLISH} "Bato is installed. Your register is in the folder $DOCUMENTS\Bato: other accounts of this PC cannot read it. Updating or removing Bato does not touch the register."
LangString RunText ${LANG_FRENCH} "Ouvrir Bato"
LangString RunText ${LANG_DUTCH} "Bato openen"
LangString RunText ${LANG_ENGLISH} "Open Bato"
LangString InUseText ${LANG_FRENCH} "Bato est ouvert. Fermez-le, puis choisissez Recommencer."
LangString InUseText ${LANG_DUTCH} "Bato is geopend. Sluit het en kies Opnieuw."
LangString InUseText ${LANG_ENGLISH} "Bato is open. Close it, then choose Retry."
LangString RemovedText ${LANG_FRENCH} "Bato est enlevé. Le registre reste dans $DOCUMENTS\Bato."
LangString RemovedText ${LANG_DUTCH} "Bato is verwijderd. Het register blijft in $DOCUMENTS\Bato."
LangString RemovedText ${LANG_ENGLISH} "Bato is removed. The register stays in $DOCUMENTS\Bato."
LangString CheckName ${LANG_FRENCH} "Bato - vérifier"
LangString CheckName ${LANG_DUTCH} "Bato - controleren"
LangString CheckName ${LANG_ENGLISH} "Bato - check"
LangString TerminalName ${LANG_FRENCH} "Bato - commandes"
LangString TerminalName ${LANG_DUTCH} "Bato - opdrachten"
LangString TerminalName ${LANG_ENGLISH} "Bato - commands"
LangString GuideName ${LANG_FRENCH} "Guide de Bato"
LangString GuideName ${LANG_DUTCH} "Gids van Bato (Frans)"
LangString GuideName ${LANG_ENGLISH} "Guide to Bato (French)"

Function OpenBato
  SetOutPath "$DOCUMENTS\Bato"
  Exec '"$INSTDIR\bato.exe" desk'
FunctionEnd

; Stops while the program is running: Windows then refuses to write its file.
!macro WAIT_UNTIL_CLOSED
  IfFileExists "$INSTDIR\bato.exe" 0 +5
    FileOpen $0 "$INSTDIR\bato.exe" a
    StrCmp $0 "" 0 +3
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(InUseText)" /SD IDCANCEL IDRETRY -3
    Abort
    FileClose $0
!macroend

!macro REMOVE_SHORTCUTS
  Delete "$SMPROGRAMS\Bato\*.lnk"
  RMDir "$SMPROGRAMS\Bato"
  Delete "$DESKTOP\Bato.lnk"
  Delete "$SENDTO\Bato - vérifier.lnk"
  Delete "$SENDTO\Bato - controleren.lnk"
  Delete "$SENDTO\Bato - check.lnk"
!macroend

Section
  !insertmacro WAIT_UNTIL_CLOSED
  ; The files of an earlier version go first: its own uninstaller knows them.
  IfFileExists "$INSTDIR\uninstall.exe" 0 +2
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  !insertmacro INSTALLED_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "$DOCUMENTS\Bato"
  SetOutPath "$DOCUMENTS\Bato"
  !insertmacro REMOVE_SHORTCUTS
  CreateDirectory "$SMPROGRAMS\Bato"
  ; The desk in the browser; its window stays open while it works.
  CreateShortcut "$SMPROGRAMS\Bato\Bato.lnk" "$INSTDIR\bato.exe" "desk"
  CreateShortcut "$DESKTOP\Bato.lnk" "$INSTDIR\bato.exe" "desk"
  CreateShortcut "$SMPROGRAMS\Bato\$(TerminalName).lnk" "$SYSDIR\cmd.exe" '/k ""$INSTDIR\bato-ici.cmd""' "$INSTDIR\bato.exe"
  CreateShortcut "$SMPROGRAMS\Bato\$(GuideName).lnk" "$INSTDIR\guide-agent.fr.html"
  CreateShortcut "$SENDTO\$(CheckName).lnk" "$INSTDIR\bato-verifier.cmd" "" "$INSTDIR\bato.exe"
  WriteRegStr HKCU "Software\Bato" "Folder" "$INSTDIR"
  WriteRegDWORD HKCU "${NO_REPORTS}" "bato.exe" 1
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Bato ${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\bato.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro WAIT_UNTIL_CLOSED
  !insertmacro REMOVED_FILES
  Delete "$INSTDIR\uninstall.exe"
  !insertmacro REMOVE_SHORTCUTS
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "Software\Bato"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegValue HKCU "${NO_REPORTS}" "bato.exe"
  MessageBox MB_OK|MB_ICONINFORMATION "$(RemovedText)" /SD IDOK
SectionEnd
