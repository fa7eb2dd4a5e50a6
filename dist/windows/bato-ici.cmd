@echo off
rem Opens a window in which the command bato is known, in the folder of the register.
set "PATH=%~dp0;%PATH%"
title Bato
if not exist "data-raw" if exist "%USERPROFILE%\Documents\Bato" cd /d "%USERPROFILE%\Documents\Bato"
bato.exe --help
